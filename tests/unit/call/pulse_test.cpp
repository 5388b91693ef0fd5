// What keeps arriving, and what stops.
#include "client/call/pulse.hpp"

#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

namespace malgil::test {
namespace {

using call::ConnectionState;
using namespace std::chrono_literals;

TEST_CASE("a stream that stops is noticed once") {
    call::Pulse pulse;
    for (const std::uint64_t count : {10U, 20U, 30U, 40U})
        CHECK_FALSE(pulse.stops(count));
    CHECK(pulse.stops(40));
    CHECK_FALSE(pulse.stops(40));
}

TEST_CASE("what comes every few reports is no stream") {
    call::Pulse pulse;
    std::uint64_t count = 0;
    for (int i = 0; i < 20; ++i) {
        count += 100;
        CHECK_FALSE(pulse.stops(count));
        CHECK_FALSE(pulse.stops(count += 100));
        CHECK_FALSE(pulse.stops(count));
        CHECK_FALSE(pulse.stops(count));
    }
}

TEST_CASE("counting that begins anew is no silence") {
    call::Pulse pulse;
    for (const std::uint64_t count : {1000U, 2000U, 3000U, 10U, 20U})
        CHECK_FALSE(pulse.stops(count));
    CHECK(pulse.stops(20));
}

TEST_CASE("where a stream stops, ICE restarts over a socket that is surely there") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    stream_stops(world, "alice", "bob");
    CHECK(world.page("alice").count<call::OpenSocket>() == 2);
    CHECK(world.page("alice").count<call::CloseSocket>() == 0);
    CHECK(world.page("alice").count<call::RestartIce>() == 0);
    world.settle();
    CHECK(world.page("alice").count<call::RestartIce>() == 1);
    CHECK(world.page("alice").count<call::CloseSocket>() == 1);
    CHECK(world.connected("alice", "bob"));

    world.wait(60s);
    CHECK(world.page("alice").count<call::RestartIce>() == 1);
    CHECK(world.page("alice").count<call::OpenConnection>() == 1);
    CHECK(world.page("alice").state.notices.empty());
    CHECK_FALSE(world.page("bob").has_notice(call::NoticeKind::peer_left));
    CHECK(world.violations().empty());
}

TEST_CASE("the polite side leaves the restart to the other, and sees to it that it gets through") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    // Its socket leads nowhere, and nobody has noticed.
    world.page("bob").sockets.clear();
    lose_packets(world, "alice", "bob");
    stream_stops(world, "alice", "bob");
    world.settle();
    CHECK_FALSE(world.connected("alice", "bob"));
    stream_stops(world, "bob", "alice");
    world.settle();
    CHECK(world.connected("alice", "bob"));
    CHECK(world.page("bob").count<call::RestartIce>() == 0);
    CHECK(world.page("bob").count<call::OpenSocket>() == 2);
}

TEST_CASE("a restart of the other side that comes first is enough") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    for (const std::uint64_t count : {1000U, 2000U, 3000U})
        media_arrives(world, "alice", "bob", count);
    world.post("bob", call::NetworkChanged{});
    world.settle();
    media_arrives(world, "alice", "bob", 3000);
    world.settle();
    CHECK(world.page("alice").count<call::RestartIce>() == 0);
    CHECK(world.page("bob").count<call::RestartIce>() == 1);
}

TEST_CASE("a network that changes again and again makes one restart of it") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    for (int i = 0; i < 3; ++i)
        world.post("alice", call::NetworkChanged{});
    world.settle();
    CHECK(world.page("alice").count<call::RestartIce>() == 1);
    CHECK(world.server.has_member("alice"));
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("a connection that fails while the socket is made anew is repaired, not given up") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    world.cut("alice", "bob");
    world.mend("alice", "bob");
    stream_stops(world, "alice", "bob");
    world.report("alice", "bob", ConnectionState::failed);
    CHECK(world.state("alice").roster.size() == 1);
    world.wait(5s);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.page("alice").count<call::OpenConnection>() == 1);
}

TEST_CASE("hanging up while the socket is made anew leaves at once") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    stream_stops(world, "alice", "bob");
    world.post("alice", call::Intent(call::HangUp{}));
    world.settle();
    CHECK_FALSE(world.server.has_member("alice"));
    CHECK(world.state("bob").roster.empty());
    CHECK(world.violations().empty());
}

TEST_CASE("a server that is another one by then is joined anew, and the call goes on") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    world.server = {};
    world.server.keeps_places = true;
    stream_stops(world, "alice", "bob");
    stream_stops(world, "bob", "alice");
    world.wait(5s);
    CHECK(world.server.has_member("alice"));
    CHECK(world.server.has_member("bob"));
    CHECK(world.peer("alice", "bob").present);
    CHECK(world.peer("bob", "alice").present);
    CHECK(world.connected("alice", "bob"));
}

}  // namespace
}  // namespace malgil::test
