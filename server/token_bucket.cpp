#include "server/token_bucket.hpp"

#include <algorithm>

namespace malgil::server {

bool TokenBucket::take(TimePoint now) {
    const std::chrono::duration<double> passed = now - filled_at_;
    tokens_ = std::min(burst_, tokens_ + passed.count() * rate_);
    filled_at_ = now;
    if (tokens_ < 1)
        return false;
    tokens_ -= 1;
    return true;
}

}  // namespace malgil::server
