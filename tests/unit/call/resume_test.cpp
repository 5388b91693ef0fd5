// A place that the server keeps: sockets that are cut, and pages that are loaded again.
#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <random>

namespace malgil::test {
namespace {

using call::NoticeKind;
using call::Phase;
using namespace std::chrono_literals;

std::size_t connections(World& world, const std::string& name) {
    return world.page(name).count<call::OpenConnection>();
}

TEST_CASE("a socket that is cut for a moment changes nothing, for nobody") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    world.lose_socket("alice");
    world.wait(5s);
    CHECK(world.state("alice").signaling.state == call::SignalingState::joined);
    CHECK(world.peer("alice", "bob").present);
    CHECK(world.peer("bob", "alice").present);
    CHECK_FALSE(world.page("bob").has_notice(NoticeKind::peer_left));
    CHECK(connections(world, "alice") == 1);
    CHECK(connections(world, "bob") == 1);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("a socket that the server still takes for alive is taken over") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    world.lose_socket("alice", false);
    world.wait(5s);
    CHECK(world.peer("bob", "alice").present);
    CHECK(world.state("alice").signaling.state == call::SignalingState::joined);
    CHECK(world.server.has_member("alice"));
}

TEST_CASE("sockets that are cut while a call comes up lose no signal, wherever it happens") {
    const auto seed = GENERATE(range(1U, 200U));
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    auto world = call_of({"alice"}, world_with_grace());
    world.open_page("bob");
    world.call("bob");
    const auto steps = random() % 40;
    for (std::uint64_t i = 0; i < steps; ++i)
        world.step(random);
    for (const auto* name : {"alice", "bob"})
        if (world.state(name).signaling.state == call::SignalingState::joined && random() % 2 == 0)
            world.lose_socket(name, random() % 2 == 0);
    world.wait(5s);
    CHECK(world.connected("alice", "bob"));
    CHECK(connections(world, "alice") == 1);
    CHECK(connections(world, "bob") == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("who came meanwhile is met, and who left is gone") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    world.lose_socket("alice");
    world.open_page("carol");
    world.call("carol");
    world.post("bob", call::Intent(call::HangUp{}));
    world.wait(5s);
    CHECK(world.connected("alice", "carol"));
    CHECK(connections(world, "carol") == 1);
    REQUIRE(world.state("alice").roster.size() == 1);
    CHECK(world.state("alice").roster.front().user.str() == "carol");
    CHECK(world.violations().empty());
}

TEST_CASE("who was given up in between is met anew") {
    const std::string name = GENERATE("alice", "bob");
    const std::string other = name == "alice" ? "bob" : "alice";
    auto world = call_of({"alice", "bob"}, world_with_grace());
    world.lose_socket(name);
    world.report(name, other, call::ConnectionState::failed);
    CHECK(world.state(name).roster.empty());
    world.wait(5s);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());

    // once
    world.lose_socket(name);
    world.wait(60s);
    CHECK(world.connected("alice", "bob"));
    CHECK(connections(world, name) == 2);
}

TEST_CASE("after the grace, joining is as the first time") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    world.stop_server();
    world.start_server();
    world.end_grace();
    world.wait(20s);
    CHECK(world.state("alice").signaling.membership->resume !=
          world.state("bob").signaling.membership->resume);
    CHECK(world.peer("alice", "bob").present);
    CHECK(world.connected("alice", "bob"));
}

TEST_CASE("a page that is loaded again comes back into the call") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    world.reload_page("alice");
    world.wait(5s);
    CHECK(world.state("alice").phase == Phase::in_call);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.state("bob").roster.size() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("a page that died is loaded again, and takes back its name") {
    auto world = call_of({"alice", "bob"}, world_with_grace());
    const auto place = world.page("alice").kept;
    REQUIRE(place);
    world.kill_page("alice");
    world.open_page("alice", place);
    world.wait(5s);
    CHECK(world.state("alice").phase == Phase::in_call);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.state("bob").roster.size() == 1);
    CHECK(connections(world, "alice") == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("who hung up is not called back by loading the page again") {
    auto world = call_of({"alice"}, world_with_grace());
    CHECK(world.page("alice").kept);
    world.post("alice", call::Intent(call::HangUp{}));
    CHECK_FALSE(world.page("alice").kept);
    world.reload_page("alice");
    CHECK(world.state("alice").phase == Phase::lobby);
}

}  // namespace
}  // namespace malgil::test
