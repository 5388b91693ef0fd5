#pragma once

#include <string>

namespace malgil::server {

/// 128 bits from the system's generator, as 32 hexadecimal digits.
[[nodiscard]] std::string make_resume_token();

}  // namespace malgil::server
