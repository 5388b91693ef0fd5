#include "server/origin.hpp"

#include "server/http/text.hpp"
#include "server/ip_address.hpp"

#include <algorithm>

namespace malgil::server {
namespace {

struct Authority {
    std::string_view host;
    std::string_view port;  // empty: the scheme's own
};

Authority split(std::string_view text) {
    // A colon within brackets belongs to an IPv6 address.
    const auto colon = text.find(':', text.starts_with('[') ? text.find(']') : 0);
    if (colon == std::string_view::npos)
        return {.host = text, .port = {}};
    return {.host = text.substr(0, colon), .port = text.substr(colon + 1)};
}

bool is_loopback(std::string_view host) {
    return http::equal_ignoring_case(host, "localhost") || host == "[::1]" ||
           (host.starts_with("127.") && is_ipv4_address(host));
}

/// Of the one scheme; a proxy in between may have added or removed TLS, so it is the origin's that
/// counts for both.
std::string_view port_or_default(std::string_view port, std::string_view scheme) {
    if (!port.empty())
        return port;
    return scheme == "https" ? "443" : "80";
}

}  // namespace

bool may_connect(std::string_view origin, std::string_view host,
                 std::span<const std::string> allowed) {
    const bool listed = std::ranges::any_of(allowed, [&](std::string_view one) {
        return one == "*" || http::equal_ignoring_case(one, origin);
    });
    if (listed)
        return true;
    const auto scheme_end = origin.find("://");
    if (scheme_end == std::string_view::npos)
        return false;  // "null": a page without an origin of its own
    const auto scheme = origin.substr(0, scheme_end);
    const Authority page = split(origin.substr(scheme_end + 3));
    const Authority server = split(host);
    if (is_loopback(page.host) && is_loopback(server.host))
        return true;
    return http::equal_ignoring_case(page.host, server.host) &&
           port_or_default(page.port, scheme) == port_or_default(server.port, scheme);
}

}  // namespace malgil::server
