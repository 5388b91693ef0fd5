#pragma once

#include "client/call/effects.hpp"
#include "client/platform/event_sink.hpp"
#include "web/websocket.hpp"

#include <optional>
#include <string>

namespace malgil::platform {

/// The connection to the server: one at a time, a newer one takes the place of the former.
class SignalSocket {
public:
    explicit SignalSocket(EventSink& sink);

    void perform(const call::OpenSocket& effect);
    void perform(const call::CloseSocket& effect);
    void perform(const call::SendMessage& effect);

private:
    void receive(call::SocketId socket, const std::string& text);
    void closed(call::SocketId socket);

    EventSink& sink_;
    call::SocketId current_;
    std::optional<web::WebSocket> socket_;
};

}  // namespace malgil::platform
