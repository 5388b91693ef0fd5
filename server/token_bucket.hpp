#pragma once

#include <chrono>

namespace malgil::server {

/// Lets `rate` events a second through over time, and `burst` of them at once after a rest.
/// https://en.wikipedia.org/wiki/Token_bucket
class TokenBucket {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// Full at first. Both at least 1.
    TokenBucket(double rate, double burst, TimePoint now)
        : rate_(rate), burst_(burst), tokens_(burst), filled_at_(now) {}

    /// Takes a token; false where there is none. `now` never goes back.
    [[nodiscard]] bool take(TimePoint now);

private:
    double rate_;
    double burst_;
    double tokens_;
    TimePoint filled_at_;
};

}  // namespace malgil::server
