#include "server/websocket.hpp"

#include "server/last_word_stream.hpp"
#include "server/token_bucket.hpp"

#include <boost/asio/cancel_after.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace malgil::server {
namespace {

namespace beast = boost::beast;
using Clock = std::chrono::steady_clock;

/// Read at once at the most; what is kept for an idle connection.
constexpr std::size_t chunk_bytes = 4096;

/// A message so much over the limit is not waited for any longer.
constexpr std::size_t give_up_factor = 16;

/// Control frames a second; browsers send next to none, our own pings come every half minute.
constexpr double control_rate = 10;
constexpr double control_burst = 200;

/// The kernel's share of what waits for a slow reader: without a bound it takes megabytes before
/// the outbox begins to fill.
constexpr int send_buffer_bytes = 128 * 1024;

tcp::socket prepared(tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::socket::send_buffer_size(send_buffer_bytes), ignored);
    return socket;
}

}  // namespace

struct WebSocket::Impl {
    Impl(tcp::socket socket, const Timeouts& all_timeouts, Settings all_settings)
        : timeouts(all_timeouts),
          settings(std::move(all_settings)),
          stream(prepared(std::move(socket)), settings.not_utf8_text),
          control_frames(control_rate, control_burst, Clock::now()) {
        // All of these must be set before the handshake.
        stream.set_option(beast::websocket::stream_base::timeout{
            .handshake_timeout = timeouts.handshake,
            .idle_timeout = timeouts.idle,
            .keep_alive_pings = true,
        });
        beast::websocket::permessage_deflate no_compression;
        no_compression.server_enable = false;
        stream.set_option(no_compression);
        // Ours is the limit: Beast would end the connection.
        stream.read_message_max(0);
        stream.auto_fragment(false);
        stream.text(true);
        stream.control_callback([this](auto, auto) {
            if (!control_frames.take(Clock::now())) {
                flooded = true;
                drop();
            }
        });
    }

    void drop() {
        error_code ignored;
        auto& socket = stream.next_layer().next_layer();
        // With a reset: what the kernel still holds for a reader that stalls is let go at once.
        socket.set_option(asio::socket_base::linger(true, 0), ignored);
        socket.close(ignored);
    }

    /// The next piece of a message, in time.
    Task<std::pair<error_code, std::size_t>> read_some(std::size_t offset,
                                                       std::optional<Clock::time_point> deadline) {
        if (text.size() < offset + chunk_bytes)
            text.resize(offset + chunk_bytes);
        const auto space = asio::buffer(text.data() + offset, chunk_bytes);
        if (!deadline) {
            auto [error, bytes] = co_await stream.async_read_some(space, as_result);
            co_return std::pair(error, bytes);
        }
        const auto left = std::max(*deadline - Clock::now(), Clock::duration(0));
        auto [error, bytes] =
            co_await stream.async_read_some(space, asio::cancel_after(left, as_result));
        co_return std::pair(error, bytes);
    }

    /// The kernel takes what is written then, and nobody ever reads it.
    [[nodiscard]] bool other_side_has_closed() {
        pollfd descriptor{.fd = stream.next_layer().next_layer().native_handle(),
                          .events = POLLRDHUP,
                          .revents = 0};
        return poll(&descriptor, 1, 0) > 0;
    }

    Timeouts timeouts;
    Settings settings;
    beast::websocket::stream<LastWordStream, false> stream;
    TokenBucket control_frames;
    bool flooded = false;
    std::string text;
};

WebSocket::WebSocket(tcp::socket socket, const Timeouts& timeouts, Settings settings)
    : impl_(std::make_unique<Impl>(std::move(socket), timeouts, std::move(settings))) {}

WebSocket::~WebSocket() = default;

Task<bool> WebSocket::accept(const UpgradeRequest& request) {
    auto [error] = co_await impl_->stream.async_accept(
        request, asio::cancel_after(impl_->timeouts.handshake, as_result));
    co_return !error;
}

Task<std::expected<WebSocket::Message, WebSocket::ReadEnd>> WebSocket::read() {
    Impl& impl = *impl_;
    const std::size_t limit = impl.settings.message_bytes;
    if (impl.text.capacity() > 4 * chunk_bytes) {
        impl.text.clear();
        impl.text.shrink_to_fit();
    }
    std::size_t total = 0;
    std::optional<Clock::time_point> deadline;
    do {
        // Past the limit the same memory is written over and over.
        const std::size_t offset = total > limit ? 0 : total;
        const auto [error, bytes] = co_await impl.read_some(offset, deadline);
        if (error) {
            if (impl.flooded)
                co_return std::unexpected(ReadEnd::too_chatty);
            const bool late =
                error == asio::error::operation_aborted && deadline && Clock::now() >= *deadline;
            if (late)
                co_return std::unexpected(ReadEnd::too_slow);
            const bool agreed = error == beast::websocket::error::closed;
            co_return std::unexpected(agreed ? ReadEnd::closed : ReadEnd::lost);
        }
        total += bytes;
        if (total > give_up_factor * limit)
            co_return std::unexpected(ReadEnd::too_large);
        if (!deadline)
            deadline = Clock::now() + impl.timeouts.message;
    } while (!impl.stream.is_message_done());

    if (total > limit)
        co_return Message{.kind = Message::Kind::too_large, .text = {}};
    if (impl.stream.got_binary())
        co_return Message{.kind = Message::Kind::binary, .text = {}};
    co_return Message{.kind = Message::Kind::text,
                      .text = std::string_view(impl.text).substr(0, total)};
}

Task<WebSocket::WriteResult> WebSocket::write(std::string_view text) {
    if (impl_->other_side_has_closed())
        co_return WriteResult::pointless;
    auto [error, bytes] = co_await impl_->stream.async_write(
        asio::buffer(text), asio::cancel_after(impl_->timeouts.write, as_result));
    if (!error)
        co_return WriteResult::done;
    co_return error == asio::error::operation_aborted ? WriteResult::stalled : WriteResult::closed;
}

Task<void> WebSocket::close(CloseCode code) {
    const beast::websocket::close_reason reason(
        static_cast<beast::websocket::close_code>(static_cast<std::uint16_t>(code)));
    co_await impl_->stream.async_close(reason,
                                       asio::cancel_after(impl_->timeouts.handshake, as_result));
}

void WebSocket::drop() {
    impl_->drop();
}

}  // namespace malgil::server
