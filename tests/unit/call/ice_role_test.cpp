#include "client/call/ice_role.hpp"

#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

namespace malgil::test {
namespace {

using namespace std::chrono_literals;

std::size_t restarts(World& world, const std::string& name) {
    return world.page(name).count<call::RestartIce>();
}

/// Both have been in the call for a while.
World call_of_firefox_and_chromium(const std::string& firefox, const std::string& chromium) {
    World world = world_with_grace();
    world.open_page(firefox).browser = "mozilla...THIS_IS_SDPARTA-99.0";
    world.open_page(chromium);
    for (const auto& name : {firefox, chromium}) {
        world.call(name);
        world.settle();
    }
    world.wait(60s);
    return world;
}

TEST_CASE("Firefox is known by its descriptions") {
    CHECK(call::keeps_ice_role("v=0\r\no=mozilla...THIS_IS_SDPARTA-99.0 46 0 IN IP4 0.0.0.0\r\n"));
    CHECK_FALSE(call::keeps_ice_role("v=0\r\no=- 46 0 IN IP4 127.0.0.1\r\n"));
    CHECK_FALSE(call::keeps_ice_role(""));
}

TEST_CASE("a controlled Chromium whose network changes asks Firefox to restart ICE") {
    auto world = call_of_firefox_and_chromium("alice", "bob");
    world.page("bob").line_to("alice")->controlled = true;
    world.post("bob", call::NetworkChanged{});
    world.settle();
    CHECK(restarts(world, "bob") == 0);
    CHECK(restarts(world, "alice") == 1);
    world.wait(60s);
    CHECK(restarts(world, "bob") == 0);
    CHECK(restarts(world, "alice") == 1);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("a controlled Chromium that cannot ask waits for Firefox to notice, and then no longer") {
    auto world = call_of_firefox_and_chromium("alice", "bob");
    world.page("bob").line_to("alice")->controlled = true;
    lose_packets(world, "alice", "bob");
    world.post("bob", call::NetworkChanged{});
    world.wait(2400ms);
    CHECK(restarts(world, "bob") == 0);

    SECTION("it has noticed") {
        stream_stops(world, "alice", "bob");
        world.wait(60s);
        CHECK(restarts(world, "alice") == 1);
        CHECK(restarts(world, "bob") == 0);
    }
    SECTION("it has not") {
        world.wait(60s);
        CHECK(restarts(world, "alice") == 0);
        CHECK(restarts(world, "bob") == 1);
    }
    CHECK(world.connected("alice", "bob"));
    CHECK(world.page("bob").count<call::OpenConnection>() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE(
    "a controlling Chromium, and any Firefox, restarts ICE itself where its network changes") {
    auto world = call_of_firefox_and_chromium("alice", "bob");
    world.page("alice").line_to("bob")->controlled = true;
    std::size_t others = 0;
    for (const std::string mover : {"bob", "alice"}) {
        CAPTURE(mover);
        world.post(mover, call::NetworkChanged{});
        world.settle();
        CHECK(restarts(world, mover) == 1);
        CHECK(restarts(world, mover == "alice" ? "bob" : "alice") == others++);
        CHECK(world.connected("alice", "bob"));
    }
}

TEST_CASE("of the two that see that nothing arrives it is Firefox that restarts ICE") {
    for (const bool polite : {false, true}) {
        CAPTURE(polite);
        const std::string firefox = polite ? "bob" : "alice";
        const std::string chromium = polite ? "alice" : "bob";
        auto world = call_of_firefox_and_chromium(firefox, chromium);
        lose_packets(world, "alice", "bob");
        for (const auto& [one, other] :
             {std::pair(chromium, firefox), std::pair(firefox, chromium)})
            stream_stops(world, one, other);
        world.settle();
        CHECK(restarts(world, firefox) == 1);
        CHECK(restarts(world, chromium) == 0);
        CHECK(world.connected("alice", "bob"));
    }
}

}  // namespace
}  // namespace malgil::test
