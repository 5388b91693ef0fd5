#pragma once

#include "server/context.hpp"

#include <cstdint>
#include <expected>
#include <memory>
#include <string>

namespace malgil::server {

/// Where to listen: an IPv4 or IPv6 address and a port; 0 lets the system choose one.
struct Endpoint {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;

    friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

/// What a person opens to see a page that is served there. For the addresses that mean "all of
/// them" it is this machine's own.
[[nodiscard]] std::string url(const Endpoint& endpoint);

/// The whole server. Everything runs in the thread that calls `run`.
class Server {
public:
    Server(Settings settings, http::Page page);
    Server(const Server&) = delete;
    Server(Server&&) = delete;
    Server& operator=(const Server&) = delete;
    Server& operator=(Server&&) = delete;
    ~Server();

    /// Clients can connect from now on; they are served by `run`. Returns the endpoint with the
    /// port that was chosen. The error is a sentence.
    [[nodiscard]] std::expected<Endpoint, std::string> listen(const Endpoint& endpoint);

    /// SIGTERM and SIGINT drain; a second one ends `run` at once.
    void drain_on_signals();

    /// Serves until drained.
    void run();

    /// Stops listening, tells clients, closes; `run` then returns, after `Timeouts::drain` at the
    /// latest. From any thread.
    void drain();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace malgil::server
