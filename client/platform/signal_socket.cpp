#include "client/platform/signal_socket.hpp"

#include "client/platform/log.hpp"
#include "server/protocol/codec.hpp"
#include "web/location.hpp"

#include <utility>

namespace malgil::platform {

namespace {

// Beside the page, so that it may be hosted under any path.
constexpr const char* path = "ws";

}  // namespace

SignalSocket::SignalSocket(EventSink& sink) : sink_(sink) {}

void SignalSocket::perform(const call::OpenSocket& effect) {
    if (in_doubt_)
        ask(effect.socket);
    else
        open(effect.socket);
}

void SignalSocket::ask(call::SocketId socket) {
    questions_.try_emplace(socket, "OPTIONS", path, [this, socket](int status) {
        questions_.erase(socket);
        // From 500: what stands before the server answers in its place, or it takes nobody now.
        if (status == 0 || status >= 500)
            sink_.post(call::SocketClosed{socket});
        else
            open(socket);
    });
}

void SignalSocket::open(call::SocketId id) {
    in_doubt_ = true;
    auto socket = web::WebSocket::open(
        web::websocket_url(path),
        {.on_open =
             [this, id] {
                 in_doubt_ = false;
                 sink_.post(call::SocketOpened{id});
             },
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
    questions_.erase(effect.socket);
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
