// ICE servers with credentials that expire, over real sockets.

#include "tests/server/support/test_server.hpp"
#include "tests/server/support/websocket_client.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace malgil::test;
using namespace std::chrono_literals;

namespace {

malgil::server::Settings turn_settings(std::chrono::seconds lifetime) {
    auto settings = quiet_settings();
    settings.ice_servers = {{.urls = {"stun:stun.test"}, .username = {}, .credential = {}}};
    settings.turn = {.urls = {"turn:turn.test"}, .secret = "north", .lifetime = lifetime};
    return settings;
}

bool is_renewal(const std::string& message) {
    return message.starts_with(
        R"({"type":"ice_servers","body":{"iceServers":[{"urls":["stun:stun.test"]},{"urls":["turn:turn.test"],"username":")");
}

}  // namespace

TEST_CASE("a member gets fresh credentials again and again, a tutorial client none") {
    const TestServer server(turn_settings(1s));
    WebSocketClient tutor(server.port()), alice(server.port());
    tutor.join("tutor", "standup", 0);
    CHECK(tutor.receive().starts_with(R"({"type":"joined")"));
    alice.join("alice");
    CHECK(alice.receive().contains(R"({"urls":["turn:turn.test"],"username":")"));
    CHECK(alice.receive().starts_with(R"({"type":"joined")"));

    CHECK(is_renewal(alice.receive()));
    CHECK(is_renewal(alice.receive()));

    alice.send(candidate("alice", "null"));
    CHECK(tutor.receive().starts_with(R"({"type":"ice_candidate_received")"));
}

TEST_CASE("a connection that has not joined gets no credentials") {
    const TestServer server(turn_settings(1s));
    WebSocketClient waiting(server.port()), alice(server.port());
    alice.join("alice");
    CHECK(alice.receive().starts_with(R"({"type":"welcome")"));
    CHECK(alice.receive().starts_with(R"({"type":"joined")"));
    CHECK(is_renewal(alice.receive()));
    waiting.send("x");
    CHECK(waiting.receive().starts_with(R"({"type":"error")"));
}

TEST_CASE("a client that goes does not wait for its credentials to be renewed") {
    auto settings = turn_settings(12h);
    settings.max_connections = 1;
    const TestServer server(std::move(settings));
    const auto is_served = [&] {
        WebSocketClient client(server.port());
        client.join("alice");
        const bool served = client.receive().starts_with(R"({"type":"welcome")");
        client.close();
        return served;
    };
    CHECK(is_served());
    // The connection ends a moment after the closing handshake.
    bool is_served_again = false;
    for (int i = 0; i < 1000 && !is_served_again; ++i)
        is_served_again = is_served();
    CHECK(is_served_again);
}

TEST_CASE("a server that goes does not wait for credentials to be renewed") {
    auto settings = turn_settings(12h);
    settings.timeouts.drain = 10min;
    TestServer server(std::move(settings));
    WebSocketClient alice(server.port());
    alice.join("alice");
    CHECK(alice.receive().starts_with(R"({"type":"welcome")"));
    server.drain();
    CHECK(alice.close_code() == 1001);
    server.join();
}
