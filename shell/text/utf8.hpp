#pragma once

#include <string>
#include <string_view>

namespace malgil::shell {

/// One codepoint as UTF-8; U+FFFD where it is none.
[[nodiscard]] std::string utf8(char32_t codepoint);

/// Valid UTF-8 as codepoints; what is not valid becomes U+FFFD.
[[nodiscard]] std::u32string codepoints(std::string_view text);

/// The whole of a string of codepoints as UTF-8.
[[nodiscard]] std::string utf8(std::u32string_view text);

}  // namespace malgil::shell
