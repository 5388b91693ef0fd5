#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <random>
#include <string>
#include <vector>

namespace malgil::test {
namespace {

using namespace std::chrono_literals;

/// What the server hands out: each time other credentials.
std::vector<protocol::IceServer> turn_servers(const std::string& username) {
    return {{.urls = {"turn:turn.test"}, .username = username, .credential = "secret"}};
}

World call_of_two() {
    World world;
    world.server.ice_servers = turn_servers("first");
    return call_of({"alice", "bob"}, std::move(world));
}

/// It is on its way to the page.
void renew(World& world, const std::string& name, const std::string& username) {
    world.page(name).sockets.at(0).to_page.emplace_back(
        protocol::IceServersRenewed{turn_servers(username)});
}

std::size_t restarts(World& world, const std::string& name) {
    return world.page(name).count<call::RestartIce>();
}

/// Of a relayed path bob nominates the pair, and has for a while.
void control(World& world) {
    auto& line = *world.page("alice").line_to("bob");
    line.relayed = line.controlled = true;
    world.wait(60s);
}

TEST_CASE("fresh ICE servers are for the connections that there are and for those to come") {
    auto world = call_of_two();
    renew(world, "alice", "second");
    world.settle();
    CHECK(world.page("alice").line_to("bob")->connection.ice_servers == turn_servers("second"));
    CHECK(world.page("bob").line_to("alice")->connection.ice_servers == turn_servers("first"));

    world.open_page("chae");
    world.call("chae");
    world.settle();
    CHECK(world.page("alice").line_to("chae")->connection.ice_servers == turn_servers("second"));
}

TEST_CASE("a path without a relay is left alone when credentials are renewed") {
    auto world = call_of_two();
    renew(world, "alice", "second");
    renew(world, "bob", "second");
    world.wait(60s);
    CHECK(restarts(world, "alice") == 0);
    CHECK(restarts(world, "bob") == 0);
    CHECK(world.page("alice").count<call::ReadPath>() == 1);
}

TEST_CASE("a path by a relay moves to the fresh credentials, and the call goes on meanwhile") {
    auto world = call_of_two();
    world.page("bob").line_to("alice")->relayed = true;
    const auto descriptions = world.page("alice").count<call::SetLocalDescription>();
    for (const auto* username : {"second", "third"}) {
        world.wait(60s);
        renew(world, "bob", username);
        world.settle();
        CHECK(world.peer("bob", "alice").state == call::ConnectionState::connected);
        CHECK(world.peer("alice", "bob").state == call::ConnectionState::connected);
    }
    CHECK(restarts(world, "bob") == 2);
    CHECK(restarts(world, "alice") == 0);
    CHECK(world.page("alice").count<call::SetLocalDescription>() == descriptions + 2);
    CHECK(world.page("bob").count<call::OpenConnection>() == 1);
    world.wait(60s);
    CHECK(restarts(world, "bob") == 2);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("both sides of a relayed path move at once, with fresh credentials each, in any order") {
    const auto seed = GENERATE(range(0, 100));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    auto world = call_of_two();
    world.wait(60s);
    for (const auto* name : {"alice", "bob"}) {
        world.page(name).line_to(name == std::string("alice") ? "bob" : "alice")->relayed = true;
        renew(world, name, "second");
    }
    world.settle(random);
    world.wait(60s);
    // The answer to the one restarts the other's side as well, where that has its own by then.
    CHECK(restarts(world, "alice") <= 1);
    CHECK(restarts(world, "bob") <= 1);
    CHECK(world.page("alice").line_to("bob")->connection.gathered_with == turn_servers("second"));
    CHECK(world.page("bob").line_to("alice")->connection.gathered_with == turn_servers("second"));
    CHECK(world.connected("alice", "bob"));
    CHECK(world.page("alice").count<call::OpenConnection>() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("a relayed path is not restarted again while a restart of the other side may still run") {
    auto world = call_of_two();
    for (const auto* name : {"alice", "bob"})
        world.page(name).line_to(name == std::string("alice") ? "bob" : "alice")->relayed = true;
    world.wait(60s);
    renew(world, "bob", "second");
    world.settle();
    REQUIRE(restarts(world, "bob") == 1);

    world.wait(700ms);
    renew(world, "alice", "second");
    world.wait(2s);
    CHECK(restarts(world, "alice") == 0);
    CHECK(world.page("alice").line_to("bob")->connection.ice_servers == turn_servers("second"));
    world.wait(1s);
    CHECK(restarts(world, "alice") == 1);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("the controlled side of a relayed path asks the other one to restart ICE") {
    auto world = call_of_two();
    control(world);
    for (const auto* username : {"second", "third"}) {
        renew(world, "alice", username);
        world.wait(60s);
    }
    CHECK(restarts(world, "alice") == 0);
    CHECK(restarts(world, "bob") == 2);
    CHECK(world.page("alice").line_to("bob")->connection.gathered_with == turn_servers("third"));
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("who asks in vain restarts ICE itself") {
    auto world = call_of_two();
    control(world);
    renew(world, "alice", "second");
    std::mt19937_64 random(1);
    while (world.page("alice").states.empty())
        REQUIRE(world.step(random));
    world.page("alice").states.clear();  // it gets lost
    world.wait(2s);
    CHECK(restarts(world, "alice") == 0);
    world.wait(2s);
    CHECK(restarts(world, "alice") == 1);
    CHECK(restarts(world, "bob") == 0);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("a relayed path waits for a peer that is away, and moves once it is back") {
    auto world = call_of_two();
    world.page("alice").line_to("bob")->relayed = true;
    world.stop_server();
    world.settle();
    world.start_server();
    world.post("alice", call::Intent(call::RetryNow{}));
    world.settle();
    REQUIRE_FALSE(world.peer("alice", "bob").present);
    renew(world, "alice", "second");
    world.settle();
    CHECK(restarts(world, "alice") == 0);

    world.wait(10s);
    REQUIRE(world.peer("alice", "bob").present);
    CHECK(restarts(world, "alice") == 1);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("the fresh credentials of a place that was kept move a relayed path, too") {
    World world;
    world.server.keeps_places = true;
    world.server.ice_servers = turn_servers("first");
    for (const auto* name : {"alice", "bob"}) {
        world.open_page(name);
        world.call(name);
        world.settle();
    }
    world.page("alice").line_to("bob")->relayed = true;
    world.server.ice_servers = turn_servers("second");
    world.lose_socket("alice");
    world.wait(10s);
    CHECK(world.page("alice").line_to("bob")->connection.ice_servers == turn_servers("second"));
    CHECK(restarts(world, "alice") == 1);
    CHECK(world.connected("alice", "bob"));

    // with the same ones there is nothing to do
    world.lose_socket("alice");
    world.wait(10s);
    CHECK(restarts(world, "alice") == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("a connection that is on its way is looked at when it is there") {
    auto world = call_of_two();
    world.wait(60s);
    world.cut("alice", "bob");
    world.settle();
    world.page("alice").line_to("bob")->relayed = true;
    renew(world, "alice", "second");
    world.settle();
    CHECK(world.page("alice").count<call::ReadPath>() == 0);
    world.report("alice", "bob", call::ConnectionState::connected);
    world.settle();
    CHECK(restarts(world, "alice") == 1);
}

TEST_CASE("a connection that was restarted meanwhile has the fresh credentials already") {
    auto world = call_of_two();
    world.page("alice").line_to("bob")->relayed = true;
    world.cut("alice", "bob");
    world.settle();
    renew(world, "alice", "second");
    world.settle();
    world.mend("alice", "bob");
    world.wait(60s);
    CHECK(restarts(world, "alice") == 1);
    CHECK(world.page("alice").count<call::ReadPath>() == 0);
    CHECK(world.connected("alice", "bob"));
}

}  // namespace
}  // namespace malgil::test
