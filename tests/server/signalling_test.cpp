// Members and their messages, over real sockets.

#include "tests/server/support/test_server.hpp"
#include "tests/server/support/websocket_client.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace malgil::test;

namespace {

bool is_error(std::string_view message, std::string_view code) {
    return message.starts_with(R"({"type":"error","body":{"code":")" + std::string(code) + '"');
}

/// A client that joined and has read what it is told then.
WebSocketClient joined(std::uint16_t port, std::string_view user) {
    WebSocketClient client(port);
    client.join(user);
    CHECK(client.receive().starts_with(R"({"type":"welcome")"));
    CHECK(client.receive().starts_with(R"({"type":"joined")"));
    return client;
}

}  // namespace

TEST_CASE("two tutorial clients exchange offer, answer and candidates") {
    const TestServer server;
    WebSocketClient alice(server.port()), bob(server.port());
    alice.send(R"({"type":"join","body":{"channelName":"standup","userId":"alice"}})");
    CHECK(alice.receive() == R"({"type":"joined","body":["alice"]})");
    bob.send(R"({"type":"join","body":{"channelName":"standup","userId":"bob"}})");
    CHECK(bob.receive() == R"({"type":"joined","body":["alice","bob"]})");

    bob.send(
        R"({"type":"send_offer","body":{"channelName":"standup","userId":"bob","sdp":{"type":"offer","sdp":"v=0\r\n"}}})");
    CHECK(alice.receive() ==
          R"({"type":"offer_sdp_received","from":"bob","body":{"type":"offer","sdp":"v=0\r\n"}})");
    alice.send(
        R"({"type":"send_answer","body":{"channelName":"standup","userId":"alice","sdp":{"type":"answer","sdp":"v=0\r\n"}}})");
    CHECK(
        bob.receive() ==
        R"({"type":"answer_sdp_received","from":"alice","body":{"type":"answer","sdp":"v=0\r\n"}})");
    alice.send(candidate("alice", R"({"candidate":"c"})"));
    CHECK(bob.receive() ==
          R"({"type":"ice_candidate_received","from":"alice","body":{"candidate":"c"}})");

    bob.send(R"({"type":"quit","body":{"channelName":"standup","userId":"bob"}})");
    bob.send(candidate("bob", "null"));
    CHECK(is_error(bob.receive(), "not_joined"));
}

TEST_CASE("clients with protocol hear of each other, in any script") {
    const TestServer server;
    auto alice = joined(server.port(), "앨리스");
    auto bob = joined(server.port(), "👋🏽 bob");
    CHECK(alice.receive() == R"({"type":"peer_joined","body":{"userId":"👋🏽 bob","protocol":1}})");
    bob.send(candidate("👋🏽 bob", "null", "앨리스"));
    CHECK(alice.receive() == R"({"type":"ice_candidate_received","from":"👋🏽 bob","body":null})");
    bob.close();
    CHECK(alice.receive() ==
          R"({"type":"peer_left","body":{"userId":"👋🏽 bob","reason":"disconnected"}})");
}

TEST_CASE("a connection that is cut is a member that left") {
    const TestServer server;
    auto alice = joined(server.port(), "alice");
    auto bob = joined(server.port(), "bob");
    CHECK(alice.receive().contains("peer_joined"));
    bob.cut();
    CHECK(alice.receive() ==
          R"({"type":"peer_left","body":{"userId":"bob","reason":"disconnected"}})");
    joined(server.port(), "bob");
}

TEST_CASE("every refusal has its code, and the connection lives on") {
    auto settings = quiet_settings();
    settings.limits.channel_members = 2;
    const TestServer server(std::move(settings));
    WebSocketClient client(server.port());
    const auto answer_to = [&](std::string_view message) {
        client.send(message);
        return client.receive();
    };

    CHECK(is_error(answer_to(candidate("alice", "null")), "not_joined"));
    CHECK(is_error(answer_to("hello"), "bad_message"));
    CHECK(is_error(answer_to(""), "bad_message"));
    CHECK(is_error(answer_to(R"({"type":"join","body":{}})"), "bad_message"));
    CHECK(is_error(answer_to(std::string(60'000, '[')), "bad_message"));
    client.send_binary(R"({"type":"quit"})");
    CHECK(is_error(client.receive(), "bad_message"));

    auto bob = joined(server.port(), "bob");
    client.join("bob");
    CHECK(is_error(client.receive(), "user_id_taken"));
    client.join("alice");
    CHECK(client.receive().starts_with(R"({"type":"welcome")"));
    CHECK(client.receive() == R"({"type":"joined","body":["bob","alice"]})");
    CHECK(is_error(answer_to(candidate("alice", "null", "carol")), "no_such_peer"));
    CHECK(is_error(answer_to(candidate("bob", "null")), "forbidden"));

    WebSocketClient third(server.port());
    third.join("carol");
    CHECK(is_error(third.receive(), "channel_full"));

    CHECK(bob.receive().contains("peer_joined"));
    client.send(candidate("alice", R"({"still":"here"})"));
    CHECK(bob.receive().contains("still"));
}

TEST_CASE("a message over the limit is refused, and the connection lives on") {
    const TestServer server;
    auto alice = joined(server.port(), "alice");
    auto bob = joined(server.port(), "bob");
    CHECK(alice.receive().contains("peer_joined"));
    const auto of_size = [](std::size_t size) {
        const std::string empty = candidate("alice", R"({"candidate":""})");
        return candidate("alice",
                         R"({"candidate":")" + std::string(size - empty.size(), 'x') + R"("})");
    };

    const std::size_t limit = quiet_settings().limits.message_bytes;
    alice.send(of_size(limit));
    CHECK(bob.receive().size() > 65'000);
    alice.send(of_size(limit + 1));
    CHECK(is_error(alice.receive(), "too_large"));
    alice.send(std::string(900'000, 'x'));
    CHECK(is_error(alice.receive(), "too_large"));
    alice.send(candidate("alice", "null"));
    CHECK(bob.receive().contains("null"));
}

TEST_CASE("a message in pieces, with pings between them, is one message") {
    const TestServer server;
    auto alice = joined(server.port(), "alice");
    auto bob = joined(server.port(), "bob");
    CHECK(alice.receive().contains("peer_joined"));
    // The middle of a character is a fine place to cut.
    alice.send_in_pieces({R"({"type":"send_ice_candidate","body":{"channelName":"stand)", "",
                          "up\",\"userId\":\"alice\",\"candidate\":{\"c\":\"\xEB\xA7",
                          "\x90\"}}}"});
    CHECK(bob.receive() == R"({"type":"ice_candidate_received","from":"alice","body":{"c":"말"}})");
}

TEST_CASE("text that is not UTF-8 is answered, before the connection ends as RFC 6455 has it") {
    const TestServer server;
    auto alice = joined(server.port(), "alice");
    auto bob = joined(server.port(), "bob");
    CHECK(alice.receive().contains("peer_joined"));
    bob.send("{\"type\":\"\xFF\"}");
    CHECK(is_error(bob.receive(), "bad_message"));
    CHECK(bob.close_code() == 1007);
    CHECK(alice.receive() ==
          R"({"type":"peer_left","body":{"userId":"bob","reason":"disconnected"}})");
}

TEST_CASE("too many messages are refused, and the connection lives on") {
    auto settings = quiet_settings();
    settings.limits.messages_per_second = 1;
    const TestServer server(std::move(settings));
    WebSocketClient client(server.port());
    int refused = 0;
    for (int i = 0; i < 40; ++i)
        client.send("x");
    for (int i = 0; i < 40; ++i)
        refused += is_error(client.receive(), "rate_limited") ? 1 : 0;
    // A burst of 20; one more for each second that this may have taken.
    CHECK(refused > 0);
    CHECK(refused <= 20);
}

TEST_CASE("a full server says so") {
    auto settings = quiet_settings();
    settings.max_connections = 1;
    const TestServer server(std::move(settings));
    auto alice = joined(server.port(), "alice");
    WebSocketClient second(server.port());
    second.join("bob");
    const auto answer = second.receive();
    CHECK(is_error(answer, "server_full"));
    CHECK(answer.contains(R"("inReplyTo":"join")"));
    CHECK(second.close_code() == 1013);
    alice.send("x");
    CHECK(is_error(alice.receive(), "bad_message"));
}

TEST_CASE("messages of one member to another keep their order") {
    const TestServer server;
    auto alice = joined(server.port(), "alice");
    auto bob = joined(server.port(), "bob");
    for (int i = 0; i < 2000; ++i)
        alice.send(candidate("alice", R"({"n":)" + std::to_string(i) + '}', i % 2 ? "bob" : ""));
    for (int i = 0; i < 2000; ++i)
        REQUIRE(bob.receive() == R"({"type":"ice_candidate_received","from":"alice","body":{"n":)" +
                                     std::to_string(i) + "}}");
}

TEST_CASE("pages of other sites may not connect, clients without an origin may") {
    const TestServer server;
    const std::string own = "http://127.0.0.1:" + std::to_string(server.port());
    CHECK(WebSocketClient(server.port()).status() == 101);
    CHECK(WebSocketClient(server.port(), {.origin = own, .receive_buffer_bytes = 0}).status() ==
          101);
    CHECK(WebSocketClient(server.port(),
                          {.origin = "https://evil.example", .receive_buffer_bytes = 0})
              .status() == 403);
    CHECK(WebSocketClient(server.port(), {.origin = "null", .receive_buffer_bytes = 0}).status() ==
          403);
}

TEST_CASE("a drain tells who joined, closes, and ends") {
    TestServer server;
    auto alice = joined(server.port(), "alice");
    WebSocketClient quiet(server.port());
    REQUIRE(quiet.status() == 101);

    server.drain();

    const auto goodbye = alice.receive();
    CHECK(is_error(goodbye, "shutting_down"));
    CHECK(goodbye.contains(R"("inReplyTo":null)"));
    CHECK(alice.close_code() == 1001);
    CHECK_FALSE(quiet.receive_or_end());
    CHECK(quiet.close_code() == 1001);
    server.join();
}
