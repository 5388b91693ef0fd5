#pragma once

#include <optional>
#include <string>
#include <string_view>

/// What several header fields are made of, RFC 9110 §5.6.
namespace malgil::server::http {

/// Without spaces and tabs at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// The part before `separator`, trimmed, which is then removed from `rest` with the separator.
std::string_view take_part(std::string_view& rest, char separator);

/// ASCII only.
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

/// RFC 3986 §2.1; no value where a `%` is not followed by two hexadecimal digits.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace malgil::server::http
