#pragma once

#include <string_view>

namespace malgil::server {

/// `127.0.0.1`
[[nodiscard]] bool is_ipv4_address(std::string_view text);

/// `::1`, without brackets; with a zone, `fe80::1%eth0`, too.
[[nodiscard]] bool is_ipv6_address(std::string_view text);

}  // namespace malgil::server
