#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <random>

namespace malgil::test {
namespace {

using call::ConnectionState;
using call::NoticeKind;
using call::Phase;
using call::SignalingState;
using protocol::ErrorCode;
using namespace std::chrono_literals;

TEST_CASE("losing the server in a call changes nothing but a notice") {
    auto world = call_of({"alice", "bob"});
    world.stop_server();
    world.settle();
    const auto& alice = world.state("alice");
    CHECK(alice.phase == Phase::in_call);
    CHECK(alice.signaling.state == SignalingState::waiting);
    CHECK(world.page("alice").has_notice(NoticeKind::server_away));
    CHECK_FALSE(world.peer("alice", "bob").present);
    CHECK(world.connected("alice", "bob"));
    CHECK(alice.can_send_text());
}

TEST_CASE("a server that comes back finds the call as it was") {
    const auto seed = GENERATE(range(0, 30));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    auto world = call_of({"alice", "bob"});
    world.stop_server();
    world.wait(40s);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.state("alice").signaling.failures > 2);

    world.start_server();
    world.post("alice", call::Intent(call::RetryNow{}));
    world.post("bob", call::NetworkCameBack{});
    world.settle(random);
    for (const auto* name : {"alice", "bob"}) {
        CAPTURE(name);
        CHECK(world.state(name).signaling.state == SignalingState::joined);
        CHECK(world.state(name).roster.size() == 1);
        CHECK(world.state(name).roster[0].present);
        CHECK_FALSE(world.page(name).has_notice(NoticeKind::server_away));
        CHECK(world.page(name).has_notice(NoticeKind::server_back));
        CHECK(world.page(name).count<call::OpenConnection>() == 1);
    }
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE(
    "a server that never comes back is knocked at again and again, but not more often than it "
    "bears") {
    auto world = call_of({"alice", "bob"});
    world.stop_server();
    world.wait(10min);
    // 4 s at the most, 2 s on average once the cap is reached
    CHECK(world.page("alice").count<call::OpenSocket>() > 150);
    CHECK(world.page("alice").count<call::OpenSocket>() < 400);
    CHECK(world.state("alice").phase == Phase::in_call);
    CHECK(world.connected("alice", "bob"));
}

TEST_CASE("somebody who hangs up while the server is away leaves all the same") {
    auto world = call_of({"alice", "bob"});
    world.stop_server();
    world.post("bob", call::Intent(call::HangUp{}));
    world.settle();
    CHECK(world.state("alice").roster.empty());
    CHECK(world.page("alice").has_notice(NoticeKind::peer_left));
    CHECK(world.state("alice").phase == Phase::in_call);
}

TEST_CASE("a connection that fails while the server is away takes its peer out of the call") {
    auto world = call_of({"alice", "bob"});
    world.stop_server();
    world.cut("alice", "bob");
    world.settle();
    CHECK(world.state("alice").roster.size() == 1);
    world.report("alice", "bob", ConnectionState::failed);
    CHECK(world.state("alice").roster.empty());
    CHECK(world.page("alice").has_notice(NoticeKind::peer_left));
}

TEST_CASE("a peer that lost the server stays as long as its connection holds") {
    auto world = call_of({"alice", "bob"});
    world.lose_socket("bob");
    world.settle();
    // then: bob's own back-off takes a while
    CHECK_FALSE(world.peer("alice", "bob").present);
    CHECK(world.connected("alice", "bob"));

    SECTION("and is back when it joins again") {
        world.wait(5s);
        CHECK(world.peer("alice", "bob").present);
        CHECK(world.peer("bob", "alice").present);
        CHECK(world.page("alice").count<call::OpenConnection>() == 1);
    }
    SECTION("and leaves when its page is gone") {
        world.kill_page("bob");
        world.wait(3s);
        CHECK(world.state("alice").roster.empty());
        CHECK(world.page("alice").has_notice(NoticeKind::peer_left));
    }
    CHECK(world.violations().empty());
}

TEST_CASE("a connection that died together with the server is made anew when it is back") {
    auto world = call_of({"alice", "bob"});
    world.stop_server();
    world.cut("alice", "bob");
    world.wait(1s);
    world.mend("alice", "bob");
    world.start_server();
    world.wait(60s);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.state("alice").roster.size() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("a negotiation that was cut in the middle ends once the server is back") {
    const auto steps = GENERATE(range(0, 12));
    CAPTURE(steps);
    std::mt19937_64 random(static_cast<std::uint64_t>(steps));
    auto world = call_of({"alice", "bob"});
    // given: alice has something to negotiate, and the server dies in the middle of it
    world.page("alice").line_to("bob")->connection.need_negotiation();
    for (int step = 0; step < steps; ++step)
        world.step(random);
    world.stop_server();
    world.settle(random);

    // when
    world.start_server();
    world.wait(60s);

    // then
    CHECK(world.page("alice").line_to("bob")->connection.stable());
    CHECK(world.page("bob").line_to("alice")->connection.stable());
    CHECK_FALSE(world.page("alice").line_to("bob")->connection.can_fire_negotiation_needed());
    CHECK(world.page("alice").count<call::OpenConnection>() == 1);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("one's own former connection may hold the user ID: the call goes on and tries again") {
    auto world = call_of({"alice", "bob"});
    world.lose_socket("bob", false);
    world.wait(20s);
    CHECK(world.state("bob").phase == Phase::in_call);
    CHECK_FALSE(world.page("bob").has_notice(NoticeKind::user_id_taken));
    CHECK(world.connected("alice", "bob"));

    SECTION("until the server notices") {
        const auto freed = world.server.closed(2);
        world.wait(20s);
        CHECK(world.state("bob").signaling.state == SignalingState::joined);
        CHECK_FALSE(world.page("bob").has_notice(NoticeKind::server_away));
    }
    SECTION("and says so when that takes too long, with the media untouched") {
        world.wait(40s);
        CHECK(world.page("bob").has_notice(NoticeKind::user_id_taken));
        CHECK(world.state("bob").phase == Phase::in_call);
        CHECK(world.connected("alice", "bob"));

        const auto freed = world.server.closed(2);
        world.wait(20s);
        CHECK(world.state("bob").signaling.state == SignalingState::joined);
        CHECK_FALSE(world.page("bob").has_notice(NoticeKind::user_id_taken));
    }
}

TEST_CASE("a server that shuts down is a server that goes away") {
    auto world = call_of({"alice", "bob"});
    auto& socket = world.page("alice").sockets.at(0);
    socket.to_page.emplace_back(protocol::Error{ErrorCode::shutting_down, "Back soon.", ""});
    world.settle();
    CHECK(world.state("alice").phase == Phase::in_call);
    CHECK(world.state("alice").signaling.state == SignalingState::waiting);
    CHECK(world.connected("alice", "bob"));
    world.wait(5s);
    CHECK(world.state("alice").signaling.state == SignalingState::joined);
    CHECK(world.peer("alice", "bob").present);
    CHECK(world.violations().empty());
}

TEST_CASE("what a former socket still delivers is stale") {
    auto world = call_of({"alice", "bob"});
    const auto former = world.state("alice").signaling.socket;
    world.lose_socket("alice");
    world.wait(5s);
    REQUIRE(world.state("alice").signaling.state == SignalingState::joined);
    world.post("alice", call::MessageReceived{
                            .socket = former,
                            .message = protocol::PeerLeft{.user = *protocol::UserId::parse("bob"),
                                                          .reason = "quit"}});
    world.post("alice", call::SocketClosed{former});
    CHECK(world.state("alice").signaling.state == SignalingState::joined);
    CHECK(world.peer("alice", "bob").present);
}

TEST_CASE("who left while the server was away, and cannot be heard, is gone when it is back") {
    auto world = call_of({"alice", "bob"});
    world.stop_server();
    world.kill_page("bob");
    world.settle();
    CHECK(world.state("alice").roster.size() == 1);
    world.start_server();
    world.post("alice", call::Intent(call::RetryNow{}));
    world.settle();
    CHECK(world.state("alice").roster.empty());
    CHECK(world.page("alice").has_notice(NoticeKind::peer_left));
}

TEST_CASE("a notice of the outage that was put away stays away") {
    auto world = call_of({"alice", "bob"});
    world.stop_server();
    world.settle();
    const auto notice = world.state("alice").notices.back();
    REQUIRE(notice.kind == NoticeKind::server_away);
    world.post("alice", call::Intent(call::DismissNotice{notice.id}));
    world.wait(60s);
    CHECK_FALSE(world.page("alice").has_notice(NoticeKind::server_away));
}

}  // namespace
}  // namespace malgil::test
