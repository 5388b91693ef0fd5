#pragma once

#include "server/context.hpp"
#include "server/net.hpp"
#include "server/websocket.hpp"

namespace malgil::server {

/// Serves one client from its handshake to its end: reads its messages to the hub, writes what the
/// hub has for it. `surplus`: the server is full, and it is told so. The context must outlive it.
[[nodiscard]] Task<void> serve_client(tcp::socket socket, UpgradeRequest request, Context& context,
                                      bool surplus);

}  // namespace malgil::server
