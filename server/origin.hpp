#pragma once

#include <span>
#include <string>
#include <string_view>

namespace malgil::server {

/// Whether a page of `origin` (the Origin field of a handshake) may open a WebSocket at `host` (its
/// Host field). Any page may try: browsers do not apply the same-origin policy to WebSockets, RFC
/// 6455 §10.2.
///
/// It may when it is the page of this server: origin and Host name the same host and port. A
/// reverse proxy or tunnel must hand on the Host field (`proxy_set_header Host $host` in nginx);
/// X-Forwarded-Host is not looked at, since anybody could send it. Pages of other origins must be
/// among `allowed`, `https://example.org` for instance, or `*` for all. Between loopback names the
/// port does not matter: that is somebody developing on their own machine.
[[nodiscard]] bool may_connect(std::string_view origin, std::string_view host,
                               std::span<const std::string> allowed);

}  // namespace malgil::server
