#include "client/call/roster.hpp"
#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace malgil::test {
namespace {

using call::ConnectionState;
using call::NoticeKind;
using protocol::UserId;
using namespace std::chrono_literals;

/// Alice is in the channel; bob is a member there who does nothing.
World call_with_a_mute_peer() {
    World world;
    world.join_tutorial_client("somebody else");
    world.open_page("alice");
    world.call("alice");
    world.settle();
    world.page("alice").sockets.at(0).to_page.emplace_back(
        protocol::PeerJoined{{*UserId::parse("bob"), 1}});
    world.settle();
    return world;
}

TEST_CASE("a connection that is disturbed for a moment is left alone") {
    auto world = call_of({"alice", "bob"});
    world.report("alice", "bob", ConnectionState::disconnected);
    world.wait(1s);
    world.report("alice", "bob", ConnectionState::connected);
    world.wait(60s);
    CHECK(world.page("alice").count<call::RestartIce>() == 0);
    CHECK(world.page("bob").count<call::RestartIce>() == 0);
}

TEST_CASE("where the network changes, ICE restarts at once, and the call goes on meanwhile") {
    auto world = call_of({"alice", "bob"});
    world.post("bob", call::NetworkChanged{});
    CHECK(world.page("bob").count<call::RestartIce>() == 1);
    CHECK(world.peer("bob", "alice").state == ConnectionState::connected);
    world.settle();
    CHECK(world.connected("alice", "bob"));
    CHECK(world.page("alice").count<call::RestartIce>() == 0);
    CHECK(world.page("bob").count<call::OpenConnection>() == 1);
    world.wait(60s);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE(
    "each in turn changes networks: whoever answers, it is the same connection that goes on") {
    auto world = call_of({"alice", "bob"});
    for (const auto* name : {"alice", "bob", "alice", "bob"}) {
        world.post(name, call::NetworkChanged{});
        world.settle();
        CHECK(world.connected("alice", "bob"));
    }
    for (const auto* name : {"alice", "bob"})
        CHECK(world.page(name).count<call::OpenConnection>() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("where the network changes and the server is away, ICE restarts once it is back") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    world.lose_socket("alice");
    world.cut("alice", "bob");
    world.settle();
    world.mend("alice", "bob");
    world.post("alice", call::NetworkChanged{});
    world.wait(3s);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.page("alice").count<call::OpenConnection>() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("a connection that stays disturbed is restarted by the impolite side") {
    auto world = call_of({"alice", "bob"});
    world.cut("alice", "bob");
    world.settle();
    world.mend("alice", "bob");
    world.wait(2s);
    CHECK(world.page("alice").count<call::RestartIce>() == 1);
    CHECK(world.page("bob").count<call::RestartIce>() == 0);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("the polite side restarts when the impolite one has not noticed") {
    auto world = call_of({"alice", "bob"});
    world.cut("alice", "bob");
    world.settle();
    world.mend("alice", "bob");
    world.report("alice", "bob", ConnectionState::connected);  // it thinks so
    world.wait(5s);
    CHECK(world.page("bob").count<call::RestartIce>() == 0);
    world.wait(1s);
    CHECK(world.page("bob").count<call::RestartIce>() == 1);
    CHECK(world.connected("alice", "bob"));
}

TEST_CASE("a failed connection is restarted at once") {
    auto world = call_of({"alice", "bob"});
    world.cut("alice", "bob");
    world.settle();
    world.mend("alice", "bob");
    world.report("alice", "bob", ConnectionState::failed);
    CHECK(world.page("alice").count<call::RestartIce>() == 1);
    world.settle();
    CHECK(world.connected("alice", "bob"));
}

TEST_CASE("where DTLS has failed, the side that knows makes a new connection at once") {
    const std::string name = GENERATE("alice", "bob");
    const std::string other = name == "alice" ? "bob" : "alice";
    auto world = call_of({"alice", "bob"});
    world.post(name, call::ConnectionStateChanged{.connection = world.peer(name, other).connection,
                                                  .state = ConnectionState::failed,
                                                  .by_dtls = true});
    world.settle();
    CHECK(world.connected("alice", "bob"));
    CHECK(world.page(name).count<call::RestartIce>() == 0);
    CHECK(world.page(name).count<call::OpenConnection>() == 2);
    world.wait(60s);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.page(name).count<call::OpenConnection>() == 2);
    CHECK(world.peer(name, other).repairs == 0);
    CHECK(world.violations().empty());
}

TEST_CASE("what a restart does not mend, a new connection may; then the person is told") {
    auto world = call_of({"alice", "bob"});
    world.cut("alice", "bob");
    world.wait(2s);
    CHECK(world.page("alice").count<call::RestartIce>() == 1);
    world.wait(10s);
    CHECK(world.page("alice").count<call::OpenConnection>() == 2);
    CHECK_FALSE(world.page("alice").has_notice(NoticeKind::peer_unreachable));

    SECTION("mended by the new connection") {
        world.mend("alice", "bob");
        world.settle();
        CHECK(world.connected("alice", "bob"));
        CHECK(world.peer("alice", "bob").repairs == 0);
    }
    SECTION("not at all") {
        world.wait(60s);
        CHECK(world.page("alice").has_notice(NoticeKind::peer_unreachable));
        CHECK(world.page("bob").has_notice(NoticeKind::peer_unreachable));
        CHECK(world.peer("alice", "bob").unreachable);
        CHECK(world.state("alice").roster.size() == 1);

        // and no more is tried
        const auto restarts = world.page("alice").count<call::RestartIce>();
        const auto connections = world.page("alice").count<call::OpenConnection>();
        world.wait(10min);
        CHECK(world.page("alice").count<call::RestartIce>() == restarts);
        CHECK(world.page("alice").count<call::OpenConnection>() == connections);
    }
    CHECK(world.violations().empty());
}

TEST_CASE("a change of network gives an unreachable peer another chance") {
    auto world = call_of({"alice", "bob"});
    world.cut("alice", "bob");
    world.wait(2min);
    REQUIRE(world.peer("alice", "bob").unreachable);
    for (const auto* name : {"alice", "bob"})
        world.report(name, name == std::string("alice") ? "bob" : "alice", ConnectionState::failed);
    world.mend("alice", "bob");
    world.post("alice", call::NetworkCameBack{});
    world.wait(1min);
    CHECK(world.connected("alice", "bob"));
    CHECK_FALSE(world.peer("alice", "bob").unreachable);
    CHECK_FALSE(world.page("alice").has_notice(NoticeKind::peer_unreachable));
}

TEST_CASE("a peer that never answers is called unreachable after 20 s, and kept") {
    World world;
    world.open_page("alice");
    world.server.silent = true;
    world.call("alice");
    world.settle();
    protocol::Welcome welcome;
    welcome.peers = {{.user = *UserId::parse("bob"), .protocol = 1}};
    world.page("alice").sockets.at(0).to_page.emplace_back(welcome);
    world.settle();
    CHECK(world.page("alice").count<call::OpenConnection>() == 1);

    world.wait(call::connect_patience - 1ms);
    CHECK_FALSE(world.page("alice").has_notice(NoticeKind::peer_unreachable));
    world.wait(1ms);
    CHECK(world.page("alice").has_notice(NoticeKind::peer_unreachable));
    CHECK(world.state("alice").notices.back().detail == "bob");
    CHECK(world.peer("alice", "bob").unreachable);
    world.wait(10min);
    CHECK(world.page("alice").count<call::RestartIce>() == 0);
}

TEST_CASE("a newcomer that never offers is called unreachable, too") {
    auto world = call_with_a_mute_peer();
    CHECK(world.peer("alice", "bob").connection == call::ConnectionId{});
    world.wait(call::connect_patience);
    CHECK(world.peer("alice", "bob").unreachable);
}

TEST_CASE("a tutorial client may take its time until it offers") {
    World world;
    world.open_page("alice");
    world.call("alice");
    world.settle();
    world.page("alice").sockets.at(0).to_page.emplace_back(
        protocol::PeerJoined{{*UserId::parse("bob"), 0}});
    world.wait(10min);
    CHECK_FALSE(world.peer("alice", "bob").unreachable);
}

TEST_CASE("a browser that makes no connection ends in the word that the peer is unreachable") {
    auto world = call_with_a_mute_peer();
    world.page("alice").sockets.at(0).to_page.emplace_back(protocol::SignalReceived{
        .kind = protocol::SignalKind::offer,
        .from = *UserId::parse("bob"),
        .payload = protocol::to_json(protocol::SessionDescription{
            .type = protocol::SdpType::offer, .sdp = "v=0\r\no=- 9 1 IN IP4 0.0.0.0\r\n"})});
    world.settle();
    world.report("alice", "bob", ConnectionState::failed);
    world.wait(1min);
    CHECK(world.peer("alice", "bob").unreachable);
}

}  // namespace
}  // namespace malgil::test
