#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace malgil::call {

/// Without white space at both ends: Unicode's White_Space, and the byte order mark, which is just
/// as invisible. https://www.unicode.org/reports/tr44/#White_Space
[[nodiscard]] std::string_view trim(std::string_view text);

/// The same, at the end only.
[[nodiscard]] std::string_view trim_end(std::string_view text);

/// At most `max_bytes` of the text, cut between two code points, and then "…".
[[nodiscard]] std::string clip(std::string_view text, std::size_t max_bytes);

}  // namespace malgil::call
