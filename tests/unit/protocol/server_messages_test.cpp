#include "server/protocol/codec.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace malgil::protocol;

namespace {

const UserId alice = *UserId::parse("alice");
const UserId bob = *UserId::parse("bob");

Welcome example_welcome() {
    return {.protocol = 1,
            .resume = "",
            .grace_seconds = 0,
            .ice_servers = {{.urls = {"stun:a:1", "stun:b:2"}, .username = "", .credential = ""},
                            {.urls = {"turn:c"}, .username = "u", .credential = "s"}},
            .limits = {},
            .peers = {{.user = bob, .protocol = 0}}};
}

}  // namespace

TEST_CASE("the server's messages on the wire") {
    CHECK(write(Joined{.users = {bob, alice}}) == R"({"type":"joined","body":["bob","alice"]})");
    CHECK(write(Joined{}) == R"({"type":"joined","body":[]})");
    CHECK(write(SignalReceived{
              .kind = SignalKind::offer, .from = bob, .payload = {R"({"x" : 1})"}}) ==
          R"({"type":"offer_sdp_received","from":"bob","body":{"x" : 1}})");
    CHECK(write(SignalReceived{.kind = SignalKind::answer, .from = bob, .payload = {"{}"}}) ==
          R"({"type":"answer_sdp_received","from":"bob","body":{}})");
    CHECK(write(SignalReceived{
              .kind = SignalKind::ice_candidate, .from = bob, .payload = {"null"}}) ==
          R"({"type":"ice_candidate_received","from":"bob","body":null})");
    CHECK(write(PeerJoined{.peer = {.user = bob, .protocol = 1}}) ==
          R"({"type":"peer_joined","body":{"userId":"bob","protocol":1}})");
    CHECK(write(PeerLeft{.user = bob, .reason = "quit"}) ==
          R"({"type":"peer_left","body":{"userId":"bob","reason":"quit"}})");
    CHECK(
        write(Error{.code = ErrorCode::no_such_peer,
                    .message = "No \"bob\".",
                    .in_reply_to = "send_offer"}) ==
        R"({"type":"error","body":{"code":"no_such_peer","message":"No \"bob\".","inReplyTo":"send_offer"}})");
    CHECK(write(Error{.code = ErrorCode::shutting_down, .message = "Bye.", .in_reply_to = ""}) ==
          R"({"type":"error","body":{"code":"shutting_down","message":"Bye.","inReplyTo":null}})");
    CHECK(write(IceServersRenewed{.ice_servers = example_welcome().ice_servers}) ==
          R"({"type":"ice_servers","body":{"iceServers":[{"urls":["stun:a:1","stun:b:2"]},)"
          R"({"urls":["turn:c"],"username":"u","credential":"s"}]}})");
    CHECK(
        write(example_welcome()) ==
        R"({"type":"welcome","body":{"protocol":1,"resume":"","graceSeconds":0,"received":0,)"
        R"("iceServers":[{"urls":["stun:a:1","stun:b:2"]},{"urls":["turn:c"],"username":"u","credential":"s"}],)"
        R"("limits":{"messageBytes":65536,"messageDepth":16,"channelMembers":8,"outboxBytes":1048576,"messagesPerSecond":1000},)"
        R"("peers":[{"userId":"bob","protocol":0}]}})");
}

TEST_CASE("what the server writes reads back the same") {
    auto welcome = example_welcome();
    welcome.limits.channel_members = 3;
    welcome.resume = "t";
    welcome.grace_seconds = 30;
    welcome.received = 12;
    const ServerMessage message = GENERATE_COPY(
        ServerMessage(welcome), ServerMessage(IceServersRenewed{welcome.ice_servers}),
        ServerMessage(IceServersRenewed{}), ServerMessage(Joined{.users = {alice, bob}}),
        ServerMessage(Joined{}),
        ServerMessage(
            SignalReceived{.kind = SignalKind::offer, .from = bob, .payload = {R"({"x" : 1})"}}),
        ServerMessage(
            SignalReceived{.kind = SignalKind::ice_candidate, .from = bob, .payload = {"null"}}),
        ServerMessage(PeerJoined{.peer = {.user = bob, .protocol = 1}}),
        ServerMessage(PeerLeft{.user = bob, .reason = "dropped"}),
        ServerMessage(Error{.code = ErrorCode::too_large, .message = "m", .in_reply_to = ""}),
        ServerMessage(Error{.code = ErrorCode::forbidden, .message = "m", .in_reply_to = "quit"}));
    CAPTURE(write(message));
    const auto parsed = parse_server_message(write(message));
    REQUIRE(parsed);
    CHECK(*parsed == message);
}

TEST_CASE("every error code has its word, and is known by it") {
    const auto code =
        GENERATE(ErrorCode::bad_message, ErrorCode::too_large, ErrorCode::rate_limited,
                 ErrorCode::not_joined, ErrorCode::user_id_taken, ErrorCode::channel_full,
                 ErrorCode::no_such_peer, ErrorCode::forbidden, ErrorCode::server_full,
                 ErrorCode::shutting_down);
    const Error error{.code = code, .message = "m", .in_reply_to = ""};
    const auto parsed = parse_server_message(write(error));
    REQUIRE(parsed);
    CHECK(*parsed == ServerMessage(error));
    CHECK(write(error).contains('"' + std::string(to_string(code)) + '"'));
}

TEST_CASE("a welcome of a later server reads, with what it leaves out at its default") {
    const auto message = parse_server_message(
        R"({"type":"welcome","body":{"protocol":2,"new":{},"limits":{"messageBytes":"?","x":1},)"
        R"("iceServers":[{"urls":"stun:a"}],"peers":[]}})");
    REQUIRE(message);
    const auto& welcome = std::get<Welcome>(*message);
    CHECK(welcome.protocol == 2);
    CHECK(welcome.limits == Limits{});
    REQUIRE(welcome.ice_servers.size() == 1);
    CHECK(welcome.ice_servers.front().urls == std::vector<std::string>{"stun:a"});
}

TEST_CASE("what a client cannot use is an error, never a half-read message") {
    const std::string text = GENERATE(
        R"()", R"({})", R"({"type":"dance","body":{}})", R"({"type":"joined","body":{}})",
        R"({"type":"joined","body":[""]})", R"({"type":"joined","body":[1]})",
        R"({"type":"offer_sdp_received","body":{}})",
        R"({"type":"offer_sdp_received","from":"","body":{}})",
        R"({"type":"offer_sdp_received","from":"bob","body":null})",
        R"({"type":"offer_sdp_received","from":"bob"})",
        R"({"type":"ice_candidate_received","from":"bob","body":"x"})",
        R"({"type":"welcome","body":{}})",
        R"({"type":"welcome","body":{"peers":[{"protocol":1}]}})",
        R"({"type":"welcome","body":[]})", R"({"type":"ice_servers","body":{}})",
        R"({"type":"ice_servers","body":{"iceServers":{}}})", R"({"type":"peer_joined","body":{}})",
        R"({"type":"peer_left","body":{"userId":7}})",
        R"({"type":"error","body":{"code":"unheard_of"}})", R"({"type":"error","body":{}})");
    CAPTURE(text);
    CHECK_FALSE(parse_server_message(text));
}

TEST_CASE("text that is not UTF-8 is written as U+FFFD, the frame stays valid") {
    const Error error{.code = ErrorCode::bad_message, .message = "a\xFFz", .in_reply_to = ""};
    const auto message = parse_server_message(write(error));
    REQUIRE(message);
    CHECK(std::get<Error>(*message).message == "a\uFFFDz");
}
