#pragma once

#include "client/call/effects.hpp"
#include "client/platform/event_sink.hpp"
#include "web/fetch.hpp"
#include "web/websocket.hpp"

#include <map>
#include <string>

namespace malgil::platform {

/// The connections to the server. There is one, or two while a new one takes over the place of the
/// former, which is closed once it has.
///
/// After each WebSocket that does not open, browsers put the next one off: Firefox by ever more, up
/// to a minute, Chromium by up to 5 s. So the server is asked by HTTP first once one did not open,
/// and no further one is lost while it is away.
class SignalSocket {
public:
    explicit SignalSocket(EventSink& sink);

    void perform(const call::OpenSocket& effect);
    void perform(const call::CloseSocket& effect);
    void perform(const call::SendMessage& effect);

private:
    void ask(call::SocketId socket);
    void open(call::SocketId socket);
    void receive(call::SocketId socket, const std::string& text);
    void closed(call::SocketId socket);

    EventSink& sink_;
    std::map<call::SocketId, web::WebSocket> sockets_;
    /// Whether the newest WebSocket has not opened.
    bool in_doubt_ = false;
    /// What was asked, for sockets that are to be opened then.
    std::map<call::SocketId, web::Fetch> questions_;
};

}  // namespace malgil::platform
