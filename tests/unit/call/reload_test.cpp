#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <random>

namespace malgil::test {
namespace {

using protocol::SdpType;
using protocol::SignalKind;
using protocol::UserId;
using namespace std::chrono_literals;

protocol::SignalReceived from_bob(SdpType type, const std::string& sdp) {
    return {.kind = type == SdpType::offer ? SignalKind::offer : SignalKind::answer,
            .from = *UserId::parse("bob"),
            .payload = protocol::to_json(protocol::SessionDescription{.type = type, .sdp = sdp})};
}

void receive(World& world, const std::string& name, const protocol::ServerMessage& message) {
    world.post(name, call::MessageReceived{.socket = world.state(name).signaling.socket,
                                           .message = message});
}

std::string session(int number) {
    return "v=0\r\no=- " + std::to_string(number) +
           " 1 IN IP4 127.0.0.1\r\ns=-\r\na=ice-ufrag:x\r\n";
}

TEST_CASE("a page that was loaded anew is another connection, though nobody saw it leave") {
    auto world = call_of({"alice", "bob"});
    const auto before = world.peer("alice", "bob").connection;
    receive(world, "alice", from_bob(SdpType::offer, session(77)));

    const auto& effects = world.page("alice").effects;
    const auto after = world.peer("alice", "bob").connection;
    CHECK(after != before);
    CHECK(std::ranges::find(effects, call::Effect(call::CloseConnection{before})) != effects.end());
    CHECK(std::ranges::find(effects, call::Effect(call::SetRemoteDescription{
                                         .connection = after,
                                         .description = {.type = SdpType::offer,
                                                         .sdp = session(77)}})) != effects.end());
    world.settle();
    CHECK(world.state("alice").roster.size() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("an offer of the same session is a renegotiation on the same connection") {
    auto world = call_of({"alice", "bob"});
    world.page("bob").line_to("alice")->connection.need_negotiation();
    world.settle();
    CHECK(world.page("alice").count<call::OpenConnection>() == 1);
    CHECK_FALSE(world.page("bob").line_to("alice")->connection.can_fire_negotiation_needed());
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("an ignored offer says nothing of the session that answers") {
    // given: alice has offered to bob, whose own first offer she ignores
    World world;
    world.open_page("alice");
    world.server.silent = true;
    world.call("alice");
    world.settle();
    protocol::Welcome welcome;
    welcome.peers = {{.user = *UserId::parse("bob"), .protocol = 1}};
    receive(world, "alice", welcome);
    world.settle();
    receive(world, "alice", from_bob(SdpType::offer, session(5)));
    CHECK(world.peer("alice", "bob").negotiation.ignoring_offer);
    // when: he gave way with a new connection, and answers from that
    receive(world, "alice", from_bob(SdpType::answer, session(6)));
    // then
    CHECK(world.page("alice").count<call::OpenConnection>() == 1);
    CHECK(world.page("alice").count<call::SetRemoteDescription>() == 1);
}

TEST_CASE("an offer that is quicker than the welcome makes one connection, not two") {
    World world;
    world.open_page("alice");
    world.server.silent = true;
    world.call("alice");
    world.settle();
    receive(world, "alice", protocol::PeerJoined{{*UserId::parse("bob"), 1}});
    receive(world, "alice", from_bob(SdpType::offer, session(5)));
    protocol::Welcome welcome;
    welcome.peers = {{.user = *UserId::parse("bob"), .protocol = 1}};
    receive(world, "alice", welcome);
    world.settle();
    CHECK(world.state("alice").phase == call::Phase::in_call);
    CHECK(world.page("alice").count<call::OpenConnection>() == 1);
    CHECK(world.page("alice").count<call::SetRemoteDescription>() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("an answer of another session has a fresh offer for answer") {
    auto world = call_of({"alice", "bob"});
    receive(world, "alice", from_bob(SdpType::answer, session(77)));
    CHECK(world.page("alice").count<call::OpenConnection>() == 2);
    world.settle();
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("an answer to the offer of a connection that was replaced meanwhile is too late") {
    const auto seed = GENERATE(range(0, 20));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    // given: alice, who waits for the answer to the offer of a new connection
    auto world = call_of({"alice", "bob"});
    const auto bobs = world.page("bob").line_to("alice")->connection.session();
    receive(world, "alice", from_bob(SdpType::answer, session(77)));
    while (world.peer("alice", "bob").negotiation.stage !=
           call::Negotiation::Stage::have_local_offer)
        REQUIRE(world.step(random));
    const auto applied = world.page("alice").count<call::SetRemoteDescription>();
    // when
    receive(world, "alice", from_bob(SdpType::answer, session(bobs)));
    // then
    CHECK(world.page("alice").count<call::SetRemoteDescription>() == applied);
    world.settle(random);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("two that replace their connections in the same instant find each other again") {
    const auto seed = GENERATE(range(0, 60));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    auto world = call_of({"alice", "bob"});
    // given: each has seen something of another session
    receive(world, "alice", from_bob(SdpType::answer, session(77)));
    auto to_bob = from_bob(SdpType::answer, session(78));
    to_bob.from = *UserId::parse("alice");
    receive(world, "bob", to_bob);
    // when
    world.settle(random);
    world.wait(60s);
    // then
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("a peer that leaves and joins anew is met anew") {
    auto world = call_of({"alice", "bob"});
    world.kill_page("bob");
    world.settle();
    world.open_page("bob");
    world.call("bob");
    world.wait(30s);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.state("alice").roster.size() == 1);
    CHECK(world.page("alice").lines.size() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("an offer of somebody unknown makes the peer; its protocol is known later") {
    World world;
    world.open_page("alice");
    world.call("alice");
    world.settle();
    receive(world, "alice", from_bob(SdpType::offer, session(5)));
    CHECK(world.peer("alice", "bob").protocol == 1);
    CHECK_FALSE(world.peer("alice", "bob").negotiation.polite);

    SECTION("it is what it seemed") {
        receive(world, "alice", protocol::PeerJoined{{*UserId::parse("bob"), 1}});
        CHECK(world.peer("alice", "bob").negotiation.trickles);
    }
    SECTION("it is a tutorial client") {
        receive(world, "alice", protocol::PeerJoined{{*UserId::parse("bob"), 0}});
        CHECK_FALSE(world.peer("alice", "bob").negotiation.trickles);
        CHECK(world.peer("alice", "bob").negotiation.polite);
    }
    CHECK(world.state("alice").roster.size() == 1);
}

TEST_CASE("candidates that come before the offer are added after it") {
    World world;
    world.open_page("alice");
    world.call("alice");
    world.settle();
    receive(world, "alice", protocol::PeerJoined{{*UserId::parse("bob"), 1}});
    const protocol::IceCandidate candidate{.candidate = "candidate:1",
                                           .sdp_mid = "0",
                                           .sdp_m_line_index = 0,
                                           .username_fragment = "x"};
    receive(world, "alice",
            protocol::SignalReceived{.kind = SignalKind::ice_candidate,
                                     .from = *UserId::parse("bob"),
                                     .payload = protocol::to_json(std::optional(candidate))});
    CHECK(world.page("alice").effects.empty());
    receive(world, "alice", from_bob(SdpType::offer, session(5)));
    world.settle();
    CHECK(world.page("alice").count<call::AddIceCandidate>() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("signals that make no sense change nothing") {
    auto world = call_of({"alice", "bob"});
    const auto signal = [](SignalKind kind, const char* json) {
        return protocol::SignalReceived{
            .kind = kind, .from = *UserId::parse("bob"), .payload = {json}};
    };
    receive(world, "alice", signal(SignalKind::offer, "null"));
    receive(world, "alice", signal(SignalKind::offer, R"({"type":"answer","sdp":"v=0"})"));
    receive(world, "alice", signal(SignalKind::answer, R"({"type":"rollback","sdp":""})"));
    receive(world, "alice", signal(SignalKind::ice_candidate, "17"));
    auto of_a_stranger = from_bob(SdpType::answer, session(1));
    of_a_stranger.from = *UserId::parse("mallory");
    receive(world, "alice", of_a_stranger);
    auto of_oneself = from_bob(SdpType::offer, session(1));
    of_oneself.from = *UserId::parse("alice");
    receive(world, "alice", of_oneself);
    world.settle();
    CHECK(world.connected("alice", "bob"));
    CHECK(world.state("alice").roster.size() == 1);
    CHECK(world.page("alice").count<call::SetRemoteDescription>() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("an offer that cannot be applied does not cost the connection") {
    auto world = call_of({"alice", "bob"});
    const auto bobs = std::to_string(world.page("bob").line_to("alice")->connection.session());
    receive(world, "alice",
            from_bob(SdpType::offer, "v=0\r\no=- " + bobs + " 9 IN IP4 0.0.0.0\r\nmalformed"));
    world.settle();
    CHECK(world.connected("alice", "bob"));
    world.page("alice").line_to("bob")->connection.need_negotiation();
    world.settle();
    CHECK_FALSE(world.page("alice").line_to("bob")->connection.can_fire_negotiation_needed());
    CHECK(world.violations().empty());
}

TEST_CASE("what comes late of something closed changes nothing") {
    auto world = call_of({"alice", "bob"});
    const auto connection = world.peer("alice", "bob").connection;
    const auto socket = world.state("alice").signaling.socket;
    world.post("alice", call::Intent(call::HangUp{}));
    world.settle();

    const std::vector<call::Event> late{
        call::SocketOpened{socket},
        call::SocketClosed{socket},
        call::MessageReceived{.socket = socket,
                              .message = protocol::PeerJoined{{*UserId::parse("bob"), 1}}},
        call::NegotiationNeeded{connection},
        call::LocalDescriptionSet{.connection = connection, .description = {}},
        call::RemoteDescriptionSet{connection},
        call::DescriptionFailed{.connection = connection, .reason = "closed"},
        call::IceCandidateFound{.connection = connection, .candidate = std::nullopt},
        call::LocalDescriptionRead{.connection = connection, .description = {}},
        call::ConnectionStateChanged{.connection = connection,
                                     .state = call::ConnectionState::failed},
        call::RemoteTracksChanged{.connection = connection, .audio = true, .video = true},
        call::ChannelOpened{connection},
        call::ChannelClosed{connection},
        call::ChannelMessage{.connection = connection, .data = "late"},
        call::CaptureEnded{.capture = call::CaptureId{9999},
                           .microphone = call::CaptureError::refused,
                           .camera = std::nullopt},
        call::DeviceLost{.capture = call::CaptureId{9999}, .device = call::Device::camera},
        call::TimerFired{call::TimerId{9999}},
        call::PlaybackBlocked{},
        call::NegotiationNeeded{call::ConnectionId{}},
    };
    for (const auto& event : late) {
        CAPTURE(event.index());
        world.post("alice", event);
        CHECK(world.page("alice").effects.empty());
    }
    CHECK(world.state("alice").phase == call::Phase::lobby);
    CHECK(world.state("alice").roster.empty());
    CHECK(world.state("alice").chat.messages.empty());
    CHECK(world.state("alice").notices.empty());
    CHECK(world.violations().empty());
}

TEST_CASE("a timer that was replaced is stale, even when its end is on its way already") {
    auto world = call_of({"alice", "bob"});
    world.report("alice", "bob", call::ConnectionState::disconnected);
    const auto timer = world.page("alice").next_timer().value_or(std::pair(0ms, call::TimerId{}));
    REQUIRE(timer.second != call::TimerId{});
    world.report("alice", "bob", call::ConnectionState::connected);
    world.report("alice", "bob", call::ConnectionState::disconnected);
    world.post("alice", call::TimerFired{timer.second});
    CHECK(world.page("alice").count<call::RestartIce>() == 0);
}

}  // namespace
}  // namespace malgil::test
