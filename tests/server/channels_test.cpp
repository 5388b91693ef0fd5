#include "server/channels.hpp"

#include "server/protocol/codec.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace malgil;
using namespace malgil::server;
using protocol::SignalKind;

namespace {

using Told = std::vector<std::string>;

/// "2 hears {…}", one for each receiver, so that a failed comparison can be read.
Told told(const Deliveries& deliveries) {
    Told all;
    for (const auto& [to, message] : deliveries)
        for (const ConnectionId id : to)
            all.push_back(std::to_string(id.value) + " hears " + protocol::write(message));
    return all;
}

/// The code of the one error, or "".
std::string refused(const Deliveries& deliveries, ConnectionId to) {
    if (deliveries.size() != 1 || deliveries.front().to != std::vector{to})
        return "";
    const auto* error = std::get_if<protocol::Error>(&deliveries.front().message);
    return error == nullptr ? "" : std::string(to_string(error->code));
}

protocol::ChannelName channel(std::string_view name) {
    return *protocol::ChannelName::parse(std::string(name));
}

protocol::UserId user(std::string_view name) {
    return *protocol::UserId::parse(std::string(name));
}

protocol::Join join(std::string_view who, std::string_view where = "standup", int version = 1) {
    return {.channel = channel(where), .user = user(who), .protocol = version, .resume = {}};
}

protocol::Quit quit(std::string_view who, std::string_view where = "standup") {
    return {.channel = channel(where), .user = user(who)};
}

protocol::SendSignal offer(std::string_view who, std::optional<std::string_view> to,
                           std::string_view where = "standup") {
    return {.kind = SignalKind::offer,
            .channel = channel(where),
            .user = user(who),
            .payload = {R"({ "sdp":1 })"},
            .to = to ? std::optional(user(*to)) : std::nullopt};
}

constexpr ConnectionId one{1};
constexpr ConnectionId two{2};
constexpr ConnectionId three{3};

Channels::Settings limited_to(std::size_t members) {
    Channels::Settings settings;
    settings.limits.channel_members = members;
    return settings;
}

/// Alice (1) and bob (2) with protocol 1, tutor (3) a tutorial client, all in "standup".
Channels channels_with_three() {
    Channels channels(limited_to(8));
    (void)channels.receive(one, join("alice"));
    (void)channels.receive(two, join("bob"));
    (void)channels.receive(three, join("tutor", "standup", 0));
    return channels;
}

}  // namespace

TEST_CASE("a tutorial client hears who is there, and nothing else") {
    Channels channels(limited_to(8));
    CHECK(told(channels.receive(one, join("alice", "standup", 0))) ==
          Told{R"(1 hears {"type":"joined","body":["alice"]})"});
    CHECK(told(channels.receive(two, join("bob", "standup", 0))) ==
          Told{R"(2 hears {"type":"joined","body":["alice","bob"]})"});
}

TEST_CASE(
    "a client with protocol is welcomed first, with the peers, the limits and the ICE servers") {
    Channels::Settings settings;
    settings.ice_servers = [](const protocol::UserId& who) {
        return std::vector{protocol::IceServer{{"turn:example.org"}, who.str(), "secret"}};
    };
    Channels channels(std::move(settings));
    (void)channels.receive(one, join("tutor", "standup", 0));

    const auto deliveries = channels.receive(two, join("bob"));

    REQUIRE(deliveries.size() == 2);
    const auto* welcome = std::get_if<protocol::Welcome>(&deliveries[0].message);
    REQUIRE(welcome != nullptr);
    CHECK(welcome->protocol == 1);
    CHECK(welcome->resume.empty());
    CHECK(welcome->grace_seconds == 0);
    CHECK(welcome->ice_servers ==
          std::vector{protocol::IceServer{{"turn:example.org"}, "bob", "secret"}});
    CHECK(welcome->peers == std::vector{protocol::Member{.user = user("tutor"), .protocol = 0}});
    CHECK(std::get<protocol::Joined>(deliveries[1].message).users ==
          std::vector{user("tutor"), user("bob")});
}

TEST_CASE("ICE servers are renewed for a member with protocol, and made anew each time") {
    Channels::Settings settings;
    settings.ice_servers = [made = 0](const protocol::UserId& who) mutable {
        return std::vector{
            protocol::IceServer{{"turn:t"}, who.str() + std::to_string(++made), "s"}};
    };
    Channels channels(std::move(settings));
    CHECK(channels.renew_ice_servers(one).empty());
    (void)channels.receive(one, join("tutor", "standup", 0));
    (void)channels.receive(two, join("bob"));

    CHECK(channels.renew_ice_servers(one).empty());
    CHECK(
        told(channels.renew_ice_servers(two)) ==
        Told{
            R"(2 hears {"type":"ice_servers","body":{"iceServers":[{"urls":["turn:t"],"username":"bob2","credential":"s"}]}})"});
}

TEST_CASE("only members with protocol hear of others that come and go") {
    auto channels = channels_with_three();
    const ConnectionId four{4};

    CHECK(told(channels.receive(four, join("dora", "standup", 0))) ==
          Told{R"(4 hears {"type":"joined","body":["alice","bob","tutor","dora"]})",
               R"(1 hears {"type":"peer_joined","body":{"userId":"dora","protocol":0}})",
               R"(2 hears {"type":"peer_joined","body":{"userId":"dora","protocol":0}})"});
    CHECK(told(channels.receive(four, quit("dora"))) ==
          Told{R"(1 hears {"type":"peer_left","body":{"userId":"dora","reason":"quit"}})",
               R"(2 hears {"type":"peer_left","body":{"userId":"dora","reason":"quit"}})"});
}

TEST_CASE("a lost or dropped connection leaves the channel") {
    auto channels = channels_with_three();
    CHECK(
        told(channels.leave(three, LeaveReason::disconnected)) ==
        Told{R"(1 hears {"type":"peer_left","body":{"userId":"tutor","reason":"disconnected"}})",
             R"(2 hears {"type":"peer_left","body":{"userId":"tutor","reason":"disconnected"}})"});
    CHECK(told(channels.leave(two, LeaveReason::dropped)) ==
          Told{R"(1 hears {"type":"peer_left","body":{"userId":"bob","reason":"dropped"}})"});
    CHECK(channels.leave(two, LeaveReason::disconnected).empty());
    CHECK(channels.leave(one, LeaveReason::disconnected).empty());
    CHECK_FALSE(channels.has_joined(one));
    CHECK(channels.size() == 0);
}

TEST_CASE("without `to` a signal goes to every other member, with `to` to that one") {
    auto channels = channels_with_three();
    CHECK(told(channels.receive(one, offer("alice", {}))) ==
          Told{R"(2 hears {"type":"offer_sdp_received","from":"alice","body":{ "sdp":1 }})",
               R"(3 hears {"type":"offer_sdp_received","from":"alice","body":{ "sdp":1 }})"});
    CHECK(told(channels.receive(three, offer("tutor", "alice"))) ==
          Told{R"(1 hears {"type":"offer_sdp_received","from":"tutor","body":{ "sdp":1 }})"});
}

TEST_CASE("a signal that nobody is there to hear is no error") {
    Channels channels(limited_to(8));
    (void)channels.receive(one, join("alice"));
    CHECK(channels.receive(one, offer("alice", {})).empty());
}

TEST_CASE("a signal stays in its channel") {
    auto channels = channels_with_three();
    const ConnectionId four{4};
    (void)channels.receive(four, join("alice", "elsewhere"));
    CHECK(channels.receive(four, offer("alice", {}, "elsewhere")).empty());
    CHECK(refused(channels.receive(four, offer("alice", "bob", "elsewhere")), four) ==
          "no_such_peer");
}

TEST_CASE("no_such_peer: nobody else has that user ID") {
    auto channels = channels_with_three();
    CHECK(refused(channels.receive(one, offer("alice", "zoe")), one) == "no_such_peer");
    CHECK(refused(channels.receive(one, offer("alice", "alice")), one) == "no_such_peer");
    (void)channels.leave(two, LeaveReason::disconnected);
    CHECK(refused(channels.receive(one, offer("alice", "bob")), one) == "no_such_peer");
}

TEST_CASE("not_joined: nothing can be sent before join, nor after quit") {
    Channels channels(limited_to(8));
    CHECK(refused(channels.receive(one, offer("alice", {})), one) == "not_joined");
    CHECK(refused(channels.receive(one, quit("alice")), one) == "not_joined");
    (void)channels.receive(one, join("alice"));
    (void)channels.receive(one, quit("alice"));
    CHECK(refused(channels.receive(one, offer("alice", {})), one) == "not_joined");
}

TEST_CASE("forbidden: a body that names another user or channel than the connection joined") {
    auto channels = channels_with_three();
    CHECK(refused(channels.receive(one, offer("bob", {})), one) == "forbidden");
    CHECK(refused(channels.receive(one, offer("alice", {}, "elsewhere")), one) == "forbidden");
    CHECK(refused(channels.receive(one, quit("bob")), one) == "forbidden");
    CHECK(refused(channels.receive(one, quit("alice", "elsewhere")), one) == "forbidden");
    CHECK(refused(channels.receive(one, join("alice", "elsewhere")), one) == "forbidden");
    CHECK(refused(channels.receive(one, join("anna")), one) == "forbidden");
    CHECK(channels.has_joined(two));
}

TEST_CASE("joining again with the same names is answered again, and told to nobody") {
    auto channels = channels_with_three();
    CHECK(told(channels.receive(three, join("tutor", "standup", 0))) ==
          Told{R"(3 hears {"type":"joined","body":["alice","bob","tutor"]})"});
}

TEST_CASE("user_id_taken: a user ID is unique in its channel, and free again once it is left") {
    Channels channels(limited_to(8));
    (void)channels.receive(one, join("alice"));
    CHECK(refused(channels.receive(two, join("alice")), two) == "user_id_taken");
    CHECK_FALSE(channels.has_joined(two));
    CHECK(refused(channels.receive(two, join("alice", "elsewhere")), two).empty());
    (void)channels.leave(one, LeaveReason::disconnected);
    CHECK(channels.receive(three, join("alice")).size() == 2);
}

TEST_CASE("channel_full: a channel has so many members at the most") {
    Channels channels(limited_to(2));
    (void)channels.receive(one, join("alice"));
    (void)channels.receive(two, join("bob"));
    CHECK(refused(channels.receive(three, join("carol")), three) == "channel_full");
    CHECK(refused(channels.receive(three, join("bob")), three) == "user_id_taken");
    (void)channels.leave(one, LeaveReason::disconnected);
    CHECK(channels.receive(three, join("carol")).size() == 3);
}

TEST_CASE("an error names the message it answers") {
    Channels channels(limited_to(8));
    const auto deliveries = channels.receive(one, offer("alice", {}));
    CHECK(std::get<protocol::Error>(deliveries.front().message).in_reply_to == "send_offer");
}

TEST_CASE("without places that are kept, nobody has a token, and no token is right") {
    Channels channels(limited_to(8));
    (void)channels.receive(one, join("alice"));
    CHECK_FALSE(channels.has_token(one));
    auto again = join("alice");
    again.resume = "";
    CHECK_FALSE(channels.holder(again));
    CHECK(refused(channels.receive(two, again), two) == "user_id_taken");
}
