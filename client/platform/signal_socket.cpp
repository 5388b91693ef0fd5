#include "client/platform/signal_socket.hpp"

#include "client/platform/log.hpp"
#include "server/protocol/codec.hpp"
#include "web/location.hpp"

#include <utility>

namespace malgil::platform {

SignalSocket::SignalSocket(EventSink& sink) : sink_(sink) {}

void SignalSocket::perform(const call::OpenSocket& effect) {
    const call::SocketId id = effect.socket;
    // Beside the page, so that it may be hosted under any path.
    auto socket = web::WebSocket::open(
        web::websocket_url("ws"),
        {.on_open = [this, id] { sink_.post(call::SocketOpened{id}); },
         .on_message = [this, id](const std::string& text) { receive(id, text); },
         .on_close = [this, id] { closed(id); }});
    if (socket) {
        sockets_.emplace(id, *std::move(socket));
        return;
    }
    log("WebSocket: " + socket.error().text);
    closed(id);
}

void SignalSocket::perform(const call::CloseSocket& effect) {
    sockets_.erase(effect.socket);
}

void SignalSocket::perform(const call::SendMessage& effect) {
    const auto socket = sockets_.find(effect.socket);
    if (socket == sockets_.end())
        return;
    if (const auto sent = socket->second.send(protocol::write(effect.message)); !sent)
        log("WebSocket.send: " + sent.error().text);
}

void SignalSocket::receive(call::SocketId socket, const std::string& text) {
    auto message = protocol::parse_server_message(text);
    if (message)
        sink_.post(call::MessageReceived{.socket = socket, .message = *std::move(message)});
    else
        log("a message of the server is left out: " + message.error());
}

void SignalSocket::closed(call::SocketId socket) {
    sockets_.erase(socket);
    sink_.post(call::SocketClosed{socket});
}

}  // namespace malgil::platform
