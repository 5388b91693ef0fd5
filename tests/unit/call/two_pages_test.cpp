#include "tests/unit/call/print.hpp"
#include "tests/unit/call/world.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <random>

namespace malgil::test {
namespace {

using call::NoticeKind;
using call::Phase;
using namespace std::chrono_literals;

World lobby_of(const std::vector<std::string>& names) {
    World world;
    for (const auto& name : names)
        world.open_page(name);
    return world;
}

TEST_CASE("a newcomer offers to who is there, and both see and hear each other") {
    auto world = lobby_of({"alice", "bob"});
    world.call("alice");
    world.settle();
    CHECK(world.state("alice").phase == Phase::in_call);
    CHECK(world.state("alice").roster.empty());

    world.call("bob");
    world.settle();
    CHECK(world.connected("alice", "bob"));
    CHECK(world.peer("alice", "bob").state == call::ConnectionState::connected);
    CHECK(world.peer("bob", "alice").channel_open);
    CHECK(world.page("alice").has_notice(NoticeKind::peer_joined));
    CHECK_FALSE(world.page("bob").has_notice(NoticeKind::peer_joined));
    CHECK(world.violations().empty());
}

TEST_CASE("only the newcomer makes an offer") {
    auto world = lobby_of({"alice", "bob"});
    world.call("alice");
    world.settle();
    world.call("bob");
    world.settle();
    CHECK(world.page("bob").count<call::OpenConnection>() == 1);
    CHECK(world.page("alice").count<call::OpenConnection>() == 1);
    CHECK(std::get<call::OpenConnection>(
              *std::ranges::find_if(world.page("alice").all_effects,
                                    [](const call::Effect& effect) {
                                        return std::holds_alternative<call::OpenConnection>(effect);
                                    }))
              .offers == false);
}

TEST_CASE("connections get the ICE servers of the welcome") {
    auto world = lobby_of({"alice", "bob"});
    world.call("alice");
    world.call("bob");
    world.settle();
    for (const auto* name : {"alice", "bob"})
        for (const auto& effect : world.page(name).all_effects)
            if (const auto* opened = std::get_if<call::OpenConnection>(&effect))
                CHECK(opened->ice_servers.at(0).urls.at(0) == "stun:stun.test");
}

TEST_CASE("both call in the same instant: one call, in whatever order things happen") {
    const auto seed = GENERATE(range(0, 100));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    auto world = lobby_of({"alice", "bob"});
    world.call("alice");
    world.call("bob");
    world.settle(random);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.page("alice").lines.size() == 1);
    CHECK(world.page("bob").lines.size() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("four call in the same instant: everybody is connected to everybody") {
    const auto seed = GENERATE(range(0, 20));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const std::vector<std::string> names{"alice", "bob", "chae", "dana"};
    auto world = lobby_of(names);
    for (const auto& name : names)
        world.call(name);
    world.settle(random);
    for (const auto& one : names)
        for (const auto& other : names)
            if (one < other) {
                CAPTURE(one, other);
                CHECK(world.connected(one, other));
            }
    CHECK(world.violations().empty());
}

TEST_CASE("both restart ICE in the same instant: glare in a call ends well in whatever order") {
    const auto seed = GENERATE(range(0, 100));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    auto world = lobby_of({"alice", "bob"});
    world.call("alice");
    world.settle();
    world.call("bob");
    world.settle();

    world.cut("alice", "bob");
    world.settle(random);
    REQUIRE_FALSE(world.connected("alice", "bob"));
    world.mend("alice", "bob");
    world.post("alice", call::NetworkCameBack{});
    world.post("bob", call::NetworkCameBack{});
    world.settle(random);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.page("alice").count<call::OpenConnection>() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("hanging up tells the other, closes everything, and calling again works") {
    auto world = lobby_of({"alice", "bob"});
    world.call("alice");
    world.call("bob");
    world.settle();
    world.post("alice", call::Intent(call::SendText{"hello"}));
    world.settle();

    world.post("bob", call::Intent(call::HangUp{}));
    world.settle();
    const auto& bob = world.state("bob");
    CHECK(bob.phase == Phase::lobby);
    CHECK(bob.roster.empty());
    CHECK(bob.chat.messages.empty());
    CHECK(bob.started == 0ms);
    CHECK(bob.media.camera.capture == call::Capture::live);
    CHECK(world.page("bob").lines.empty());
    CHECK_FALSE(world.page("bob").next_timer());
    CHECK_FALSE(world.server.has_member("bob"));
    CHECK(world.state("alice").roster.empty());
    CHECK(world.page("alice").has_notice(NoticeKind::peer_left));
    CHECK(world.page("alice").lines.empty());
    world.wait(call::notice_duration);
    CHECK_FALSE(world.page("alice").next_timer());

    world.call("bob");
    world.settle();
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("hanging up in any phase leads to the lobby, and calling again works") {
    // given: bob hangs up after so many deliveries of his joining
    const auto seed = GENERATE(range(0, 60));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    auto world = lobby_of({"alice", "bob"});
    world.call("alice");
    world.settle();
    world.call("bob");
    for (int steps = seed; steps > 0; --steps)
        if (!world.step(random))
            break;

    // when
    world.post("bob", call::Intent(call::HangUp{}));

    // then
    CHECK(world.state("bob").phase == Phase::lobby);
    CHECK(world.page("bob").lines.empty());
    CHECK_FALSE(world.page("bob").next_timer());
    world.settle(random);
    CHECK(world.state("alice").roster.empty());
    world.call("bob");
    world.settle(random);
    CHECK(world.connected("alice", "bob"));
    CHECK(world.violations().empty());
}

TEST_CASE("a status goes by itself, after a while") {
    auto world = lobby_of({"alice", "bob"});
    world.call("alice");
    world.settle();
    world.call("bob");
    world.settle();
    world.wait(call::notice_duration - 1ms);
    CHECK(world.page("alice").has_notice(NoticeKind::peer_joined));
    world.wait(1ms);
    CHECK_FALSE(world.page("alice").has_notice(NoticeKind::peer_joined));
}

}  // namespace
}  // namespace malgil::test
