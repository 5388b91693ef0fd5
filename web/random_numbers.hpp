#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace malgil::web {

/// Numbers that nobody can guess, by `crypto.getRandomValues`: the browser is asked for many at
/// once. https://www.w3.org/TR/webcrypto/#Crypto-method-getRandomValues
class RandomNumbers {
public:
    [[nodiscard]] std::uint64_t next();

private:
    std::array<std::uint64_t, 32> numbers_{};
    std::size_t taken_ = numbers_.size();
};

}  // namespace malgil::web
