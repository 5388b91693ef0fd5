#include "tests/server/support/test_server.hpp"

#include <catch2/catch_test_macros.hpp>

#include <utility>

namespace malgil::test {

server::Settings quiet_settings() {
    server::Settings settings;
    settings.log = server::LogLevel::quiet;
    settings.grace_seconds = 0;
    return settings;
}

TestServer::TestServer(server::Settings settings, server::http::Page page)
    : server_(std::move(settings), std::move(page)) {
    const auto endpoint = server_.listen({.address = "127.0.0.1", .port = 0});
    REQUIRE(endpoint);
    port_ = endpoint->port;
    thread_ = std::thread([this] { server_.run(); });
}

TestServer::~TestServer() {
    drain();
    join();
}

void TestServer::join() {
    if (thread_.joinable())
        thread_.join();
}

}  // namespace malgil::test
