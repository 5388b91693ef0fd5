#pragma once

#include "web/error.hpp"
#include "web/listener.hpp"
#include "web/val.hpp"

#include <array>
#include <expected>
#include <functional>
#include <string>

namespace malgil::web {

/// Text frames over a WebSocket: https://websockets.spec.whatwg.org/
class WebSocket {
public:
    struct Handlers {
        std::function<void()> on_open;
        std::function<void(const std::string& text)> on_message;
        /// Once: it could not be opened, or was closed later. The handler may destroy the socket.
        std::function<void()> on_close;
    };

    /// Begins to connect. Fails at once where the address is none ("SyntaxError") or not allowed.
    [[nodiscard]] static std::expected<WebSocket, DomError> open(const std::string& url,
                                                                 Handlers handlers);
    /// Calls no handler any more, and closes; what was sent before still goes out.
    ~WebSocket();

    WebSocket(const WebSocket&) = delete;
    WebSocket& operator=(const WebSocket&) = delete;
    WebSocket(WebSocket&& other) noexcept = default;
    WebSocket& operator=(WebSocket&& other) noexcept = delete;

    /// Nothing happens while it is closing. `invalid_state` before it is open.
    std::expected<void, DomError> send(const std::string& text);

private:
    WebSocket(val socket, Handlers handlers);

    val socket_;
    std::array<Listener, 3> listeners_;
};

}  // namespace malgil::web
