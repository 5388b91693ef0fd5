// Clients that are slow, greedy or broken: they lose their own connection, and nobody else notices.

#include "tests/server/support/raw_client.hpp"
#include "tests/server/support/test_server.hpp"
#include "tests/server/support/websocket_client.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <random>
#include <string>

using namespace malgil::test;
using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

WebSocketClient joined(std::uint16_t port, std::string_view user,
                       const WebSocketClient::Settings& settings = {}) {
    WebSocketClient client(port, settings);
    client.join(user);
    CHECK(client.receive().starts_with(R"({"type":"welcome")"));
    CHECK(client.receive().starts_with(R"({"type":"joined")"));
    return client;
}

/// Two members that talk to each other whatever a third does.
struct Bystanders {
    explicit Bystanders(std::uint16_t port)
        : alice(joined(port, "alice")), bob(joined(port, "bob")) {
        CHECK(alice.receive().contains("peer_joined"));
    }

    void check_that_they_still_talk() {
        alice.send(candidate("alice", R"({"still":"here"})", "bob"));
        CHECK(bob.receive() ==
              R"({"type":"ice_candidate_received","from":"alice","body":{"still":"here"}})");
    }

    WebSocketClient alice;
    WebSocketClient bob;
};

/// A client's frame, RFC 6455 §5.2, masked with zeros.
std::string frame(unsigned char first, std::string_view payload) {
    std::string bytes{static_cast<char>(first)};
    if (payload.size() < 126) {
        bytes += static_cast<char>(0x80U | payload.size());
    } else {
        bytes += static_cast<char>(0x80U | 126U);
        bytes += static_cast<char>(payload.size() >> 8U);
        bytes += static_cast<char>(payload.size() & 0xFFU);
    }
    return bytes + std::string(4, '\0') + std::string(payload);
}

}  // namespace

TEST_CASE("a reader that stalls is dropped once its outbox is full, and nobody else waits for it") {
    const TestServer server;
    auto alice = joined(server.port(), "alice");
    auto carol = joined(server.port(), "carol");
    auto stalled = joined(server.port(), "stalled", {.origin = "", .receive_buffer_bytes = 4096});
    CHECK(carol.receive().contains("peer_joined"));

    const std::string filling(60'000, 'x');
    std::string heard;
    int sent = 0;
    for (; sent < 1000 && !heard.contains("peer_left"); ++sent) {
        const std::string payload =
            R"({"n":)" + std::to_string(sent) + R"(,"x":")" + filling + "\"}";
        alice.send(candidate("alice", payload));
        heard = carol.receive();
        if (!heard.contains("peer_left"))
            REQUIRE(heard ==
                    R"({"type":"ice_candidate_received","from":"alice","body":)" + payload + '}');
    }

    CHECK(heard == R"({"type":"peer_left","body":{"userId":"stalled","reason":"dropped"}})");
    CHECK(carol.receive().contains(R"({"n":)" + std::to_string(sent - 1)));
    // 1 MiB of its own, besides what the kernel takes for both ends.
    CHECK(sent * 60 < 3 * 1024);
    joined(server.port(), "stalled");
}

TEST_CASE("a write that stalls is given up") {
    auto settings = quiet_settings();
    settings.timeouts.write = 50ms;
    settings.limits.outbox_bytes = std::size_t{64} * 1024 * 1024;
    const TestServer server(std::move(settings));
    auto alice = joined(server.port(), "alice");
    auto stalled = joined(server.port(), "stalled", {.origin = "", .receive_buffer_bytes = 4096});
    CHECK(alice.receive().contains("peer_joined"));
    const std::string payload = R"({"x":")" + std::string(60'000, 'x') + "\"}";
    for (int i = 0; i < 30; ++i)
        alice.send(candidate("alice", payload));
    CHECK(alice.receive() ==
          R"({"type":"peer_left","body":{"userId":"stalled","reason":"dropped"}})");
}

TEST_CASE("a frame that declares more than anybody has is not waited for") {
    auto settings = quiet_settings();
    settings.timeouts.handshake = 50ms;  // the client has no way to answer a Close within its frame
    const TestServer server(std::move(settings));
    Bystanders others(server.port());
    const auto head = GENERATE("\x81\xFF\x04\0\0\0\0\0\0\0\0\0\0\0"sv,  // 2^58 bytes
                               "\x82\xFF\x04\0\0\0\0\0\0\0\0\0\0\0"sv,  // and binary
                               "\x81\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\0\0\0"sv);
    WebSocketClient greedy(server.port());
    REQUIRE(greedy.send_raw(head));
    const std::string piece(std::size_t{64} * 1024, 'x');
    for (int i = 0; i < 40 && greedy.send_raw(piece); ++i) {
    }
    CHECK(greedy.receive().contains("too_large"));
    CHECK(greedy.close_code() == 1009);
    others.check_that_they_still_talk();
}

TEST_CASE("a message that does not end in time is not waited for") {
    auto settings = quiet_settings();
    settings.timeouts.message = 50ms;
    const TestServer server(std::move(settings));
    Bystanders others(server.port());
    WebSocketClient slow(server.port());
    slow.send_piece("{");
    CHECK(slow.close_code() == 0);
    others.check_that_they_still_talk();
}

TEST_CASE("a client that answers pings stays, however long it says nothing") {
    auto settings = quiet_settings();
    settings.timeouts.idle = 100ms;
    const TestServer server(std::move(settings));
    WebSocketClient client(server.port());
    // Three times the idle time.
    CHECK(client.answer_to_message_after_pings("x", 6).contains("bad_message"));
}

TEST_CASE("a client that gives no sign of life is dropped") {
    auto settings = quiet_settings();
    settings.timeouts.idle = 100ms;
    const TestServer server(std::move(settings));
    RawClient client(server.port());
    client.send(
        "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    CHECK(client.receive_all().starts_with("HTTP/1.1 101 "));
}

TEST_CASE("a flood of pings ends the connection") {
    const TestServer server;
    Bystanders others(server.port());
    WebSocketClient noisy(server.port());
    std::string pings;
    for (int i = 0; i < 10'000; ++i)
        pings += frame(0x89, "");
    noisy.send_raw(pings);
    CHECK(noisy.close_code() == 0);
    others.check_that_they_still_talk();
}

TEST_CASE("frames against RFC 6455 end their connection alone") {
    const TestServer server;
    Bystanders others(server.port());
    const std::string bytes = GENERATE(
        "\x81\x05hello"s,                                         // not masked
        frame(0xC1, "{}"), frame(0xA1, "{}"), frame(0x91, "{}"),  // reserved bits
        frame(0x83, "{}"), frame(0x8B, "{}"), frame(0x8F, "{}"),  // reserved opcodes
        frame(0x80, "{}"),                                        // a continuation of nothing
        frame(0x01, "{") + frame(0x81, "}"),                      // a message within a message
        frame(0x09, "x"), frame(0x89, std::string(126, 'x')),     // a ping in pieces, or too long
        frame(0x88, "x"), frame(0x88, "\x03\xEC"), frame(0x88, "\x03\xE8\xFF"),  // odd Close frames
        "\x81\xFE\0\x01\0\0\0\0x"s,  // a length written too long
        "GET / HTTP/1.1\r\n\r\n"s);
    WebSocketClient broken(server.port());
    broken.send_raw(bytes);
    (void)broken.close_code();
    others.check_that_they_still_talk();
}

TEST_CASE("random bytes do no harm") {
    const TestServer server;
    Bystanders others(server.port());
    std::mt19937 random(20240229);  // NOLINT: the same bytes each time
    for (int i = 0; i < 100; ++i) {
        std::string bytes(random() % 300, '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(random());
        WebSocketClient broken(server.port());
        broken.send_raw(bytes);
        broken.cut();
        RawClient raw(server.port());
        raw.send(bytes);
    }
    others.check_that_they_still_talk();
}

TEST_CASE("a request that does not come is not waited for") {
    auto settings = quiet_settings();
    settings.timeouts.header = 50ms;
    const TestServer server(std::move(settings));
    CHECK(talk(server.port(), "").empty());
    CHECK(talk(server.port(), "GET / HTTP/1.1\r\nHost: a\r\n").empty());
}
