#include "web/random_numbers.hpp"

#include <unistd.h>

#include <cstdlib>

namespace malgil::web {

std::uint64_t RandomNumbers::next() {
    // It takes 256 bytes at a time, and has them in every browser.
    if (taken_ == numbers_.size()) {
        if (getentropy(numbers_.data(), sizeof numbers_) != 0)
            std::abort();
        taken_ = 0;
    }
    return numbers_[taken_++];
}

}  // namespace malgil::web
