#include "tests/server/support/raw_client.hpp"

#include "tests/server/support/clock_bound.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <charconv>

namespace malgil::test {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

std::size_t content_length(std::string_view head) {
    constexpr std::string_view name = "\r\nContent-Length: ";
    const auto at = head.find(name);
    std::size_t length = 0;
    if (at != std::string_view::npos)
        std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
    return length;
}

}  // namespace

struct RawClient::Impl {
    asio::io_context io;
    tcp::socket socket{io};
    std::string received;

    /// Takes from what was received.
    std::string take(std::size_t bytes) {
        std::string taken = received.substr(0, bytes);
        received.erase(0, bytes);
        return taken;
    }
};

RawClient::RawClient(std::uint16_t port) : impl_(std::make_unique<Impl>()) {
    const tcp::endpoint server(asio::ip::make_address("127.0.0.1"), port);
    const auto [error, bytes] =
        complete(impl_->io, [&](auto done) { impl_->socket.async_connect(server, done); });
    REQUIRE_FALSE(error);
}

RawClient::~RawClient() = default;

bool RawClient::send(std::string_view bytes) {
    const auto [error, written] = complete(
        impl_->io, [&](auto done) { asio::async_write(impl_->socket, asio::buffer(bytes), done); });
    return !error;
}

std::string RawClient::receive_response(bool with_body) {
    const auto [error, head_bytes] = complete(impl_->io, [&](auto done) {
        asio::async_read_until(impl_->socket, asio::dynamic_buffer(impl_->received), "\r\n\r\n",
                               done);
    });
    INFO("received: " << impl_->received);
    REQUIRE_FALSE(error);
    std::string response = impl_->take(head_bytes);
    if (!with_body)
        return response;
    const std::size_t body = content_length(response);
    if (impl_->received.size() < body)
        complete(impl_->io, [&](auto done) {
            asio::async_read(impl_->socket, asio::dynamic_buffer(impl_->received),
                             asio::transfer_exactly(body - impl_->received.size()), done);
        });
    return response + impl_->take(body);
}

void RawClient::receive_something() {
    const auto [error, bytes] = complete(impl_->io, [&](auto done) {
        asio::async_read(impl_->socket, asio::dynamic_buffer(impl_->received),
                         asio::transfer_at_least(1), done);
    });
    REQUIRE_FALSE(error);
}

std::string RawClient::receive_all() {
    complete(impl_->io, [&](auto done) {
        asio::async_read(impl_->socket, asio::dynamic_buffer(impl_->received), done);
    });
    return impl_->take(impl_->received.size());
}

std::string talk(std::uint16_t port, std::string_view request) {
    RawClient client(port);
    client.send(request);
    return client.receive_all();
}

}  // namespace malgil::test
