#pragma once

#include "server/net.hpp"

#include <boost/asio/compose.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace malgil::server {

/// A socket below Beast's WebSocket stream which, before Beast closes because of text that is not
/// UTF-8, says why in a text frame. Beast closes by itself, from within a read, and gives nobody a
/// chance to speak.
///
/// It knows the moment by the four bytes of that Close frame (RFC 6455 §5.5.1, code 1007). Nothing
/// else that is written looks like it: Beast writes a frame from its beginning, and 0x02 is in no
/// text that we send.
class LastWordStream {
public:
    using next_layer_type = tcp::socket;
    using executor_type = tcp::socket::executor_type;

    /// `last_word`: the payload of the text frame; shorter than 64 KiB.
    LastWordStream(tcp::socket socket, std::string_view last_word)
        : socket_(std::move(socket)), last_word_(text_frame(last_word)) {}

    [[nodiscard]] executor_type get_executor() { return socket_.get_executor(); }

    [[nodiscard]] tcp::socket& next_layer() { return socket_; }

    [[nodiscard]] const tcp::socket& next_layer() const { return socket_; }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        return socket_.async_read_some(buffers, std::forward<Token>(token));
    }

    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return asio::async_compose<Token, void(error_code, std::size_t)>(
            Write<Buffers>{.stream = *this, .buffers = buffers}, token, socket_);
    }

    /// Beast finds these two by argument-dependent look-up.
    template <class Handler>
    friend void async_teardown(boost::beast::role_type role, LastWordStream& stream,
                               Handler&& handler) {
        using boost::beast::websocket::async_teardown;
        async_teardown(role, stream.socket_, std::forward<Handler>(handler));
    }

    friend void teardown(boost::beast::role_type role, LastWordStream& stream, error_code& error) {
        using boost::beast::websocket::teardown;
        teardown(role, stream.socket_, error);
    }

private:
    template <class Buffers>
    struct Write {
        LastWordStream& stream;
        Buffers buffers;

        enum { begin, last_word, rest } step = begin;

        template <class Self>
        void operator()(Self& self, error_code error = {}, std::size_t bytes = 0) {
            switch (step) {
                case begin:
                    if (is_not_utf8_close(buffers)) {
                        step = last_word;
                        asio::async_write(stream.socket_, asio::buffer(stream.last_word_),
                                          std::move(self));
                        return;
                    }
                    [[fallthrough]];
                case last_word:
                    if (error) {
                        self.complete(error, 0);
                        return;
                    }
                    step = rest;
                    stream.socket_.async_write_some(buffers, std::move(self));
                    return;
                case rest:
                    self.complete(error, bytes);
            }
        }
    };

    template <class Buffers>
    static bool is_not_utf8_close(const Buffers& buffers) {
        static constexpr std::array<unsigned char, 4> close_1007{0x88, 0x02, 0x03, 0xEF};
        std::array<unsigned char, 5> start{};
        const std::size_t size = asio::buffer_copy(asio::buffer(start), buffers);
        return size == close_1007.size() &&
               std::equal(close_1007.begin(), close_1007.end(), start.begin());
    }

    /// RFC 6455 §5.2: a whole text message, unmasked.
    static std::string text_frame(std::string_view payload) {
        std::string frame = "\x81";
        if (payload.size() < 126) {
            frame += static_cast<char>(payload.size());
        } else {
            frame += static_cast<char>(126);
            frame += static_cast<char>(payload.size() >> 8U);
            frame += static_cast<char>(payload.size() & 0xFFU);
        }
        frame += payload;
        return frame;
    }

    tcp::socket socket_;
    std::string last_word_;
};

}  // namespace malgil::server
