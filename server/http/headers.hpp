#pragma once

#include <string_view>

namespace malgil::server::http {

/// The value of Content-Type for a file's name; by its last extension.
[[nodiscard]] std::string_view content_type(std::string_view path);

/// The value of Cache-Control. A name with the hash of its content in it, `app.3f9a1c2b.js`, never
/// changes its content: a part between dots of eight or more hexadecimal digits.
[[nodiscard]] std::string_view cache_control(std::string_view path);

/// Fields, each with its line end, that every response bears.
[[nodiscard]] std::string_view security_fields();

}  // namespace malgil::server::http
