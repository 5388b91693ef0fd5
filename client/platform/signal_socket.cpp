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
        {.on_open = [this, id] { opened(id); },
         .on_message = [this, id](const std::string& text) { receive(id, text); },
         .on_close = [this, id] { closed(id); }});
    if (socket) {
        sockets_.emplace(id, Entry{.socket = *std::move(socket)});
        return;
    }
    log("WebSocket: " + socket.error().text);
    closed(id);
}

void SignalSocket::perform(const call::CloseSocket& effect) {
    const auto found = sockets_.find(effect.socket);
    if (found == sockets_.end())
        return;
    // Firefox calls it an error of the page when a socket is closed that is not open yet.
    if (found->second.is_open)
        sockets_.erase(found);
    else
        found->second.unwanted = true;
}

void SignalSocket::opened(call::SocketId socket) {
    const auto found = sockets_.find(socket);
    if (found == sockets_.end())
        return;
    found->second.is_open = true;
    if (found->second.unwanted)
        sockets_.erase(found);
    else
        sink_.post(call::SocketOpened{socket});
}

void SignalSocket::perform(const call::SendMessage& effect) {
    const auto socket = sockets_.find(effect.socket);
    if (socket == sockets_.end() || socket->second.unwanted)
        return;
    if (const auto sent = socket->second.socket.send(protocol::write(effect.message)); !sent)
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
    const auto found = sockets_.find(socket);
    const bool unwanted = found != sockets_.end() && found->second.unwanted;
    if (found != sockets_.end())
        sockets_.erase(found);
    if (!unwanted)
        sink_.post(call::SocketClosed{socket});
}

}  // namespace malgil::platform
