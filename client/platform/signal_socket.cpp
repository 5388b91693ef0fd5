#include "client/platform/signal_socket.hpp"

#include "client/platform/log.hpp"
#include "server/protocol/codec.hpp"
#include "web/location.hpp"

#include <utility>

namespace malgil::platform {

SignalSocket::SignalSocket(EventSink& sink) : sink_(sink) {}

void SignalSocket::perform(const call::OpenSocket& effect) {
    const call::SocketId id = effect.socket;
    current_ = id;
    socket_.reset();
    // Beside the page, so that it may be hosted under any path.
    auto socket = web::WebSocket::open(
        web::websocket_url("ws"),
        {.on_open = [this, id] { sink_.post(call::SocketOpened{id}); },
         .on_message = [this, id](const std::string& text) { receive(id, text); },
         .on_close = [this, id] { closed(id); }});
    if (socket) {
        socket_.emplace(*std::move(socket));
        return;
    }
    log("WebSocket: " + socket.error().text);
    closed(id);
}

void SignalSocket::perform(const call::CloseSocket& effect) {
    if (effect.socket == current_)
        socket_.reset();
}

void SignalSocket::perform(const call::SendMessage& effect) {
    if (effect.socket != current_ || !socket_)
        return;
    if (const auto sent = socket_->send(protocol::write(effect.message)); !sent)
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
    socket_.reset();
    sink_.post(call::SocketClosed{socket});
}

}  // namespace malgil::platform
