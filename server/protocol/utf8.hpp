#pragma once

#include <cstddef>
#include <string_view>

namespace malgil::protocol {

/// One decoded character.
struct Utf8Character {
    char32_t code_point = 0;
    /// Bytes that it takes; 0 where there is no valid character (RFC 3629: no surrogates, nothing
    /// over U+10FFFF, no longer form than needed).
    std::size_t size = 0;
};

/// Decodes the character that `text` begins with.
[[nodiscard]] Utf8Character decode_utf8(std::string_view text) noexcept;

}  // namespace malgil::protocol
