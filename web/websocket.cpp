#include "web/websocket.hpp"

#include "web/attempt.hpp"
#include "web/promise.hpp"

#include <utility>

namespace malgil::web {

std::expected<WebSocket, DomError> WebSocket::open(const std::string& url, Handlers handlers) {
    Result socket = try_construct(val::global("WebSocket"), {val(url)});
    if (!socket)
        return std::unexpected(std::move(socket).error());
    return WebSocket(*std::move(socket), std::move(handlers));
}

WebSocket::WebSocket(val socket, Handlers handlers) : socket_(std::move(socket)) {
    listeners_ = {
        Listener(socket_, "open", [f = std::move(handlers.on_open)](const val&) { f(); }),
        Listener(socket_, "message",
                 [f = std::move(handlers.on_message)](const val& event) {
                     if (const auto text = string_of(event["data"]))
                         f(*text);
                 }),
        Listener(socket_, "close", [f = std::move(handlers.on_close)](const val&) { f(); }),
    };
}

WebSocket::~WebSocket() {
    listeners_ = {};
    // Moved from: nothing.
    if (!is_nullish(socket_))
        call_and_forget(socket_, "close");
}

std::expected<void, DomError> WebSocket::send(const std::string& text) {
    return try_call(socket_, "send", {val(text)}).transform([](const val&) {});
}

}  // namespace malgil::web
