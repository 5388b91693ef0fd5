#include "server/client_session.hpp"

#include "server/protocol/codec.hpp"
#include "server/token_bucket.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <format>
#include <utility>

namespace malgil::server {
namespace {

using protocol::ErrorCode;
using Clock = std::chrono::steady_clock;

constexpr double burst_seconds = 20;

protocol::Error error(ErrorCode code, std::string sentence) {
    return {.code = code, .message = std::move(sentence), .in_reply_to = {}};
}

class ClientSession final : public Hub::Client {
public:
    ClientSession(tcp::socket socket, Context& context, bool surplus)
        : context_(context),
          surplus_(surplus),
          wake_(socket.get_executor(), Clock::time_point::max()),
          renewal_(socket.get_executor()),
          socket_(
              std::move(socket), context.settings.timeouts,
              {.message_bytes = context.settings.limits.message_bytes,
               .not_utf8_text = write(error(ErrorCode::bad_message, "The message is not UTF-8."))}),
          outbox_(context.settings.limits.outbox_bytes),
          bucket_(rate(), burst_seconds * rate(), Clock::now()) {}

    ClientSession(const ClientSession&) = delete;
    ClientSession(ClientSession&&) = delete;
    ClientSession& operator=(const ClientSession&) = delete;
    ClientSession& operator=(ClientSession&&) = delete;

    ~ClientSession() override { context_.hub.remove(id_, LeaveReason::disconnected); }

    Task<void> run(UpgradeRequest request) {
        if (!co_await socket_.accept(request))
            co_return;
        id_ = context_.hub.add(*this);
        using namespace asio::experimental::awaitable_operators;
        co_await (read_all() && write_all() && renew_ice_servers());
    }

    [[nodiscard]] bool send(const SharedText& text, std::uint64_t number) override {
        if (!outbox_.push(text, number)) {
            context_.log.warning(std::format("connection {} dropped: it does not read", id_.value));
            return false;
        }
        wake_.cancel();
        return true;
    }

    [[nodiscard]] std::uint64_t written() const override { return outbox_.written(); }

    [[nodiscard]] std::size_t unsent_bytes() const override { return outbox_.bytes(); }

    void drop() override {
        end_ = End::now;
        socket_.drop();
        wake_.cancel();
        renewal_.cancel();
    }

    void go_away() override { close(WebSocket::CloseCode::going_away); }

    // Not with a reset: to a browser that would be a failure of a socket that it has open.
    void give_way() override { close(WebSocket::CloseCode::normal, End::unwritten); }

private:
    enum class End {
        none,
        when_written,  // then with a closing handshake
        unwritten,     // the same, whatever waits
        now,
    };

    [[nodiscard]] double rate() const {
        return static_cast<double>(context_.settings.limits.messages_per_second);
    }

    /// Once nothing more is read, the client is no member any longer; the writer may still be busy.
    Task<void> read_all() { context_.hub.remove(id_, co_await read_to_end()); }

    Task<LeaveReason> read_to_end() {
        while (end_ == End::none) {
            const auto message = co_await socket_.read();
            if (message) {
                handle(*message);
                continue;
            }
            if (message.error() == WebSocket::ReadEnd::too_large) {
                tell(error(ErrorCode::too_large, "The message is far too large."));
                close(WebSocket::CloseCode::too_large);
                break;
            }
            if (end_ == End::when_written || end_ == End::unwritten)
                break;  // the writer is at the closing handshake
            if (message.error() == WebSocket::ReadEnd::closed) {
                drop();
                break;
            }
            if (message.error() != WebSocket::ReadEnd::lost)
                context_.log.warning(std::format("connection {} dropped: it {}", id_.value,
                                                 message.error() == WebSocket::ReadEnd::too_slow
                                                     ? "takes too long to send a message"
                                                     : "floods the server with control frames"));
            drop();
            co_return LeaveReason::disconnected;
        }
        co_return LeaveReason::closed;
    }

    void handle(const WebSocket::Message& message) {
        if (!bucket_.take(Clock::now())) {
            tell(error(ErrorCode::rate_limited, "Too many messages: this one was not delivered."));
            return;
        }
        switch (message.kind) {
            case WebSocket::Message::Kind::binary:
                tell(error(ErrorCode::bad_message, "Messages are text, not binary."));
                return;
            case WebSocket::Message::Kind::too_large:
                tell(error(ErrorCode::too_large, "The message is too large."));
                return;
            case WebSocket::Message::Kind::text:
                break;
        }
        auto parsed = protocol::parse_client_message(message.text, context_.settings.limits);
        if (!parsed)
            tell(std::move(parsed.error()));
        else if (surplus_)
            turn_away(*parsed);
        else
            context_.hub.receive(id_, std::move(*parsed));
    }

    void turn_away(const protocol::ClientMessage& message) {
        tell({.code = ErrorCode::server_full,
              .message = "The server is full: try again later.",
              .in_reply_to = std::string(protocol::type_of(message))});
        close(WebSocket::CloseCode::try_again_later);
    }

    void tell(protocol::Error what) { context_.hub.send(id_, std::move(what)); }

    void close(WebSocket::CloseCode code, End how = End::when_written) {
        if (end_ != End::none)
            return;
        end_ = how;
        close_code_ = code;
        wake_.cancel();
        renewal_.cancel();
    }

    /// The one writer: frames go out in the order in which they were put in.
    Task<void> write_all() {
        while (end_ != End::now) {
            if (!outbox_.empty() && end_ != End::unwritten) {
                const SharedText text = outbox_.front();
                const auto result = co_await socket_.write(*text);
                if (result != WebSocket::WriteResult::done) {
                    give_up(result);
                    co_return;
                }
                outbox_.pop();
            } else if (end_ != End::none) {
                co_await socket_.close(close_code_);
                drop();
            } else {
                co_await wake_.async_wait(as_result);
            }
        }
    }

    /// Credentials are made when the client joins, so those that it has are never older.
    Task<void> renew_ice_servers() {
        const TurnSettings& turn = context_.settings.turn;
        while (!turn.urls.empty() && end_ == End::none) {
            renewal_.expires_after(renewal_period(turn));
            co_await renewal_.async_wait(as_result);
            if (end_ == End::none)
                context_.hub.renew_ice_servers(id_);
        }
    }

    void give_up(WebSocket::WriteResult result) {
        if (end_ == End::now || result == WebSocket::WriteResult::pointless)
            return;
        const bool stalled = result == WebSocket::WriteResult::stalled;
        if (stalled)
            context_.log.warning(std::format("connection {} dropped: it does not read", id_.value));
        context_.hub.remove(id_, stalled ? LeaveReason::dropped : LeaveReason::disconnected);
        drop();
    }

    Context& context_;
    bool surplus_;
    ConnectionId id_{};
    /// Waited for by the writer; cancelled where there is something for it to do.
    asio::steady_timer wake_;
    asio::steady_timer renewal_;
    WebSocket socket_;
    Outbox outbox_;
    TokenBucket bucket_;
    End end_ = End::none;
    WebSocket::CloseCode close_code_ = WebSocket::CloseCode::going_away;
};

}  // namespace

Task<void> serve_client(tcp::socket socket, UpgradeRequest request, Context& context,
                        bool surplus) {
    ClientSession session(std::move(socket), context, surplus);
    co_await session.run(std::move(request));
}

}  // namespace malgil::server
