#include "server/server.hpp"

#include "server/client_session.hpp"
#include "server/http_connection.hpp"
#include "server/net.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <csignal>
#include <exception>
#include <format>
#include <list>
#include <optional>
#include <utility>

namespace malgil::server {
namespace {

/// Connections over the limit that are told so; more are closed without a word.
constexpr std::size_t surplus_connections = 100;

/// Until another try, where the system has no descriptor or memory for a connection.
constexpr std::chrono::milliseconds accept_pause{100};

Task<void> serve_connection(tcp::socket socket, Context& context, bool surplus) {
    std::optional<UpgradeRequest> upgrade;
    {
        HttpConnection connection(std::move(socket), context, surplus);
        upgrade = co_await connection.run();
        socket = connection.release();
    }
    if (upgrade)
        co_await serve_client(std::move(socket), std::move(*upgrade), context, surplus);
}

/// Returns the port that is listened on.
std::uint16_t open(tcp::acceptor& acceptor, const Endpoint& endpoint, error_code& error) {
    const auto address = asio::ip::make_address(endpoint.address, error);
    if (error)
        return 0;
    const tcp::endpoint wanted(address, endpoint.port);
    acceptor.open(wanted.protocol(), error);
    if (error)
        return 0;
    // A port that a former run used a moment ago is free; one that somebody listens on is not.
    acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (address.is_v6())  // so that 0.0.0.0 and [::] can both be given
        acceptor.set_option(asio::ip::v6_only(true), error);
    acceptor.bind(wanted, error);
    if (error)
        return 0;
    acceptor.listen(asio::socket_base::max_listen_connections, error);
    return error ? std::uint16_t{0} : acceptor.local_endpoint(error).port();
}

}  // namespace

std::string url(const Endpoint& endpoint) {
    std::string host = endpoint.address;
    if (host == "0.0.0.0")
        host = "127.0.0.1";
    if (host == "::")
        host = "::1";
    if (host.contains(':'))
        host = '[' + host + ']';
    return std::format("http://{}:{}/", host, endpoint.port);
}

struct Server::Impl {
    Impl(Settings settings, http::Page page) : context(std::move(settings), std::move(page)) {
        if (context.settings.grace_seconds > 0)
            context.hub.set_on_away(
                [this](ConnectionId id) { co_spawn(io, end_grace(id), asio::detached); });
    }

    Task<void> end_grace(ConnectionId connection) {
        asio::steady_timer timer(io, std::chrono::seconds(context.settings.grace_seconds));
        co_await timer.async_wait(as_result);
        context.hub.expire(connection);
    }

    Task<void> accept_all(tcp::acceptor& acceptor) {
        asio::steady_timer pause(io);
        while (!context.draining) {
            auto [error, socket] = co_await acceptor.async_accept(as_result);
            if (!error) {
                welcome(std::move(socket));
            } else if (error != asio::error::operation_aborted &&
                       error != asio::error::connection_aborted) {
                context.log.warning("cannot accept a connection: " + error.message());
                pause.expires_after(accept_pause);
                co_await pause.async_wait(as_result);
            }
        }
    }

    /// Whatever goes wrong with one connection, out of memory at the worst, others are accepted.
    void keep_accepting(tcp::acceptor& acceptor) {
        co_spawn(io, accept_all(acceptor), [this, &acceptor](const std::exception_ptr& failure) {
            if (failure)
                keep_accepting(acceptor);
        });
    }

    void welcome(tcp::socket socket) {
        const std::size_t most = context.settings.max_connections;
        if (connections >= most + surplus_connections)
            return;
        error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        const bool surplus = connections >= most;
        ++connections;
        co_spawn(io, serve_connection(std::move(socket), context, surplus),
                 [this](const std::exception_ptr& failure) { connection_ended(failure); });
    }

    /// Out of memory at the worst: that connection is lost, the others go on.
    void connection_ended(const std::exception_ptr& failure) {
        if (failure)
            context.log.warning("a connection failed");
        --connections;
        stop_when_drained();
    }

    void stop_when_drained() {
        if (context.draining && connections == 0)
            io.stop();
    }

    void drain() {
        if (std::exchange(context.draining, true))
            return;
        context.log.info(std::format("going away, {} clients are told", context.hub.clients()));
        error_code ignored;
        for (auto& acceptor : acceptors)
            acceptor.close(ignored);
        context.hub.drain();
        for (HttpConnection* connection : context.http_connections)
            connection->go_away();
        deadline.expires_after(context.settings.timeouts.drain);
        deadline.async_wait([this](error_code) { io.stop(); });
        stop_when_drained();
    }

    void await_signal() {
        signals.async_wait([this](error_code error, int) {
            if (error)
                return;
            if (context.draining) {
                io.stop();
                return;
            }
            drain();
            await_signal();
        });
    }

    Context context;
    std::size_t connections = 0;
    // Below the context: the frames of connections end with it, and they refer to the context.
    asio::io_context io{1};
    std::list<tcp::acceptor> acceptors;
    asio::signal_set signals{io};
    asio::steady_timer deadline{io};
};

Server::Server(Settings settings, http::Page page)
    : impl_(std::make_unique<Impl>(std::move(settings), std::move(page))) {}

Server::~Server() = default;

std::expected<Endpoint, std::string> Server::listen(const Endpoint& endpoint) {
    error_code error;
    tcp::acceptor acceptor(impl_->io);
    const auto port = open(acceptor, endpoint, error);
    if (error)
        return std::unexpected(std::format("cannot listen on {} port {}: {}", endpoint.address,
                                           endpoint.port, error.message()));
    auto& kept = impl_->acceptors.emplace_back(std::move(acceptor));
    impl_->keep_accepting(kept);
    return Endpoint{.address = endpoint.address, .port = port};
}

void Server::drain_on_signals() {
    error_code ignored;
    impl_->signals.add(SIGTERM, ignored);
    impl_->signals.add(SIGINT, ignored);
    impl_->await_signal();
}

void Server::run() {
    impl_->io.run();
    impl_->context.draining = true;
    // Whoever is left tells nobody when its frame ends with the io_context.
    impl_->context.hub.drain();
}

void Server::drain() {
    asio::post(impl_->io, [this] { impl_->drain(); });
}

}  // namespace malgil::server
