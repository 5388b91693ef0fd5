#include "tests/server/support/websocket_client.hpp"

#include "tests/server/support/clock_bound.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <catch2/catch_test_macros.hpp>

#include <format>
#include <functional>

namespace malgil::test {
namespace {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;
using asio::ip::tcp;

}  // namespace

struct WebSocketClient::Impl {
    asio::io_context io;
    websocket::stream<tcp::socket, false> stream{io};
    boost::beast::flat_buffer buffer;
    unsigned status = 0;
    int pings = 0;
    std::function<void()> on_ping;

    template <class Start>
    auto run(Start start) {
        return complete(io, std::move(start));
    }

    /// Writes must succeed, unless the test says otherwise.
    template <class Start>
    void must(Start start) {
        const auto [error, bytes] = run(std::move(start));
        INFO(error.message());
        REQUIRE_FALSE(error);
    }
};

WebSocketClient::WebSocketClient(std::uint16_t port, const Settings& settings)
    : impl_(std::make_unique<Impl>()) {
    auto& socket = impl_->stream.next_layer();
    const tcp::endpoint server(asio::ip::make_address("127.0.0.1"), port);
    socket.open(server.protocol());
    if (settings.receive_buffer_bytes != 0)
        socket.set_option(tcp::socket::receive_buffer_size(settings.receive_buffer_bytes));
    impl_->must([&](auto done) { socket.async_connect(server, done); });
    socket.set_option(tcp::no_delay(true));
    impl_->stream.set_option(
        websocket::stream_base::decorator([&](websocket::request_type& request) {
            if (!settings.origin.empty())
                request.set(boost::beast::http::field::origin, settings.origin);
        }));
    impl_->stream.control_callback([impl = impl_.get()](websocket::frame_type type, auto) {
        if (type == websocket::frame_type::ping && impl->on_ping)
            impl->on_ping();
    });
    websocket::response_type response;
    impl_->run([&](auto done) {
        impl_->stream.async_handshake(response, std::format("127.0.0.1:{}", port), "/ws", done);
    });
    impl_->status = response.result_int();
}

WebSocketClient::WebSocketClient(WebSocketClient&&) noexcept = default;
WebSocketClient::~WebSocketClient() = default;

unsigned WebSocketClient::status() const {
    return impl_->status;
}

void WebSocketClient::send(std::string_view text) {
    impl_->stream.text(true);
    impl_->must([&](auto done) { impl_->stream.async_write(asio::buffer(text), done); });
}

void WebSocketClient::send_binary(std::string_view data) {
    impl_->stream.binary(true);
    impl_->must([&](auto done) { impl_->stream.async_write(asio::buffer(data), done); });
}

void WebSocketClient::send_in_pieces(std::initializer_list<std::string_view> pieces) {
    std::size_t left = pieces.size();
    for (const auto piece : pieces) {
        const bool last = --left == 0;
        impl_->stream.text(true);
        impl_->must(
            [&](auto done) { impl_->stream.async_write_some(last, asio::buffer(piece), done); });
        ping();
    }
}

void WebSocketClient::send_piece(std::string_view text) {
    impl_->stream.text(true);
    impl_->must(
        [&](auto done) { impl_->stream.async_write_some(false, asio::buffer(text), done); });
}

void WebSocketClient::ping() {
    impl_->must([&](auto done) { impl_->stream.async_ping("", done); });
}

bool WebSocketClient::send_raw(std::string_view bytes) {
    const auto [error, written] = impl_->run([&](auto done) {
        asio::async_write(impl_->stream.next_layer(), asio::buffer(bytes), done);
    });
    return !error;
}

std::string WebSocketClient::receive() {
    auto message = receive_or_end();
    REQUIRE(message);
    return *message;
}

std::optional<std::string> WebSocketClient::receive_or_end() {
    impl_->buffer.clear();
    const auto [error, bytes] =
        impl_->run([&](auto done) { impl_->stream.async_read(impl_->buffer, done); });
    if (error)
        return std::nullopt;
    return boost::beast::buffers_to_string(impl_->buffer.data());
}

unsigned WebSocketClient::close_code() {
    while (receive_or_end()) {
    }
    return impl_->stream.reason().code;
}

std::string WebSocketClient::answer_to_message_after_pings(std::string_view text, int pings) {
    impl_->buffer.clear();
    impl_->on_ping = [this, text, pings] {
        if (++impl_->pings == pings)
            impl_->stream.async_write(asio::buffer(text), [](auto, auto) {});
    };
    return receive();
}

void WebSocketClient::close() {
    impl_->run([&](auto done) { impl_->stream.async_close(websocket::close_code::normal, done); });
}

void WebSocketClient::cut() {
    impl_->stream.next_layer().close();
}

void WebSocketClient::join(std::string_view user, std::string_view channel, int protocol) {
    const std::string extension = protocol == 0 ? "" : std::format(R"(,"protocol":{})", protocol);
    send(std::format(R"({{"type":"join","body":{{"channelName":"{}","userId":"{}"{}}}}})", channel,
                     user, extension));
}

std::string candidate(std::string_view user, std::string_view payload, std::string_view to) {
    const std::string extension = to.empty() ? "" : std::format(R"(,"to":"{}")", to);
    return std::format(
        R"({{"type":"send_ice_candidate","body":{{"channelName":"standup","userId":"{}","candidate":{}{}}}}})",
        user, payload, extension);
}

}  // namespace malgil::test
