#pragma once

#include "client/call/effects.hpp"
#include "client/platform/event_sink.hpp"
#include "web/websocket.hpp"

#include <map>
#include <string>

namespace malgil::platform {

/// The connections to the server. There is one, or two while a new one takes over the place of the
/// former, which is closed once it has.
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
    std::map<call::SocketId, web::WebSocket> sockets_;
};

}  // namespace malgil::platform
