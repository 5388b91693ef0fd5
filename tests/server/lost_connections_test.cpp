#include "tests/server/support/test_server.hpp"
#include "tests/server/support/websocket_client.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace malgil::test;

namespace {

malgil::server::Settings keeping_places(int grace_seconds) {
    auto settings = quiet_settings();
    settings.grace_seconds = grace_seconds;
    return settings;
}

/// The token in a `welcome`.
std::string token_in(const std::string& welcome) {
    const std::string_view key = R"("resume":")";
    const auto begin = welcome.find(key);
    REQUIRE(begin != std::string::npos);
    return welcome.substr(begin + key.size(), 32);
}

std::string resume(std::string_view user, std::string_view token) {
    return R"({"type":"join","body":{"channelName":"standup","protocol":1,"userId":")" +
           std::string(user) + R"(","resume":")" + std::string(token) + R"("}})";
}

}  // namespace

TEST_CASE("a connection that is cut comes back within the grace, and nobody sees it") {
    const TestServer server(keeping_places(600));
    WebSocketClient alice(server.port());
    alice.join("alice");
    CHECK(alice.receive().contains(R"("graceSeconds":600)"));
    CHECK(alice.receive().contains("joined"));
    WebSocketClient bob(server.port());
    bob.join("bob");
    const auto token = token_in(bob.receive());
    CHECK(bob.receive().contains("joined"));
    CHECK(alice.receive().contains("peer_joined"));

    bob.cut();
    alice.send(candidate("alice", R"({"candidate":"one"})", "bob"));
    alice.send(candidate("alice", R"({"candidate":"two"})", "bob"));
    WebSocketClient again(server.port());
    again.send(resume("bob", token));
    CHECK(token_in(again.receive()) == token);
    CHECK(again.receive().contains("joined"));
    CHECK(again.receive() ==
          R"({"type":"ice_candidate_received","from":"alice","body":{"candidate":"one"}})");
    CHECK(again.receive() ==
          R"({"type":"ice_candidate_received","from":"alice","body":{"candidate":"two"}})");
    again.send(candidate("bob", "null", "alice"));
    // The next that alice hears: no leave, no join.
    CHECK(alice.receive() == R"({"type":"ice_candidate_received","from":"bob","body":null})");
}

TEST_CASE("a connection whose place is taken over is closed, not cut") {
    const TestServer server(keeping_places(600));
    WebSocketClient bob(server.port());
    bob.join("bob");
    const auto token = token_in(bob.receive());
    WebSocketClient again(server.port());
    again.send(resume("bob", token));
    CHECK(token_in(again.receive()) == token);
    CHECK(bob.close_code() == 1000);
}

TEST_CASE("after the grace the others see that a connection was cut") {
    const TestServer server(keeping_places(1));
    WebSocketClient alice(server.port());
    alice.join("alice");
    CHECK(alice.receive().contains("welcome"));
    CHECK(alice.receive().contains("joined"));
    WebSocketClient bob(server.port());
    bob.join("bob");
    CHECK(alice.receive().contains("peer_joined"));
    bob.cut();
    CHECK(alice.receive() ==
          R"({"type":"peer_left","body":{"userId":"bob","reason":"disconnected"}})");
}

TEST_CASE("a drain does not wait for places that are kept") {
    TestServer server(keeping_places(600));
    WebSocketClient bob(server.port());
    bob.join("bob");
    CHECK(bob.receive().contains("welcome"));
    bob.cut();
    server.drain();
    server.join();
}
