#pragma once

#include "server/server.hpp"

#include <cstdint>
#include <thread>

namespace malgil::test {

/// The usual settings, without a log, and without grace: what is over is over at once.
[[nodiscard]] server::Settings quiet_settings();

/// A server on a port of its own, in a thread of its own, as long as the object lives.
class TestServer {
public:
    explicit TestServer(server::Settings settings = quiet_settings(), server::http::Page page = {});
    TestServer(const TestServer&) = delete;
    TestServer(TestServer&&) = delete;
    TestServer& operator=(const TestServer&) = delete;
    TestServer& operator=(TestServer&&) = delete;
    ~TestServer();

    [[nodiscard]] std::uint16_t port() const { return port_; }

    void drain() { server_.drain(); }

    /// Returns once the server has ended.
    void join();

private:
    server::Server server_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

}  // namespace malgil::test
