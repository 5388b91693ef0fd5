#include "client/call/presence.hpp"

#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

namespace malgil::test {
namespace {

using call::Device;
using call::Intent;
using call::NoticeKind;
using call::Presence;
using call::Reaction;

TEST_CASE("who is muted, has no camera or raises a hand is known to the others") {
    auto world = call_of({"alice", "bob"});
    REQUIRE(world.peer("bob", "alice").presence == Presence{});

    world.post("alice", Intent(call::ToggleDevice{Device::microphone}));
    world.settle();
    CHECK(world.peer("bob", "alice").presence == Presence{.microphone = false});

    world.post("alice", Intent(call::ToggleDevice{Device::camera}));
    world.post("alice", Intent(call::ToggleHand{}));
    world.settle();
    CHECK(world.peer("bob", "alice").presence ==
          Presence{.microphone = false, .camera = false, .hand = true});
    CHECK(world.page("bob").has_notice(NoticeKind::hand_raised));

    world.post("alice", Intent(call::ToggleHand{}));
    world.settle();
    CHECK_FALSE(world.peer("bob", "alice").presence->hand);
    CHECK_FALSE(world.page("bob").has_notice(NoticeKind::hand_raised));
}

TEST_CASE("whoever joins later is told as well, and a hand is down in the next call") {
    auto world = call_of({"alice", "bob"});
    world.post("alice", Intent(call::ToggleDevice{Device::microphone}));
    world.post("alice", Intent(call::ToggleHand{}));
    world.settle();
    world.open_page("carol");
    world.call("carol");
    world.settle();
    CHECK(world.peer("carol", "alice").presence == Presence{.microphone = false, .hand = true});

    world.post("alice", Intent(call::HangUp{}));
    world.settle();
    world.call("alice");
    world.settle();
    CHECK_FALSE(world.peer("carol", "alice").presence->hand);
}

TEST_CASE("nothing is told twice") {
    auto world = call_of({"alice", "bob"});
    const auto before = world.page("alice").count<call::SendState>();
    world.post("alice", call::NetworkCameBack{});
    world.settle();
    CHECK(world.page("alice").count<call::SendState>() == before);
}

TEST_CASE("a reaction shows for a while, here and there") {
    auto world = call_of({"alice", "bob"});
    world.post("alice", Intent(call::React{Reaction::applause}));
    world.settle();
    CHECK(world.state("alice").reaction == Reaction::applause);
    CHECK(world.peer("bob", "alice").reaction == Reaction::applause);

    world.wait(call::reaction_duration / 2);
    world.post("alice", Intent(call::React{Reaction::heart}));
    world.settle();
    world.wait(call::reaction_duration / 2 + call::Milliseconds{1});
    CHECK(world.peer("bob", "alice").reaction == Reaction::heart);
    world.wait(call::reaction_duration);
    CHECK_FALSE(world.state("alice").reaction.has_value());
    CHECK_FALSE(world.peer("bob", "alice").reaction.has_value());
}

TEST_CASE("a tutorial client is told nothing that it would take for text") {
    World world;
    world.open_page("alice");
    world.call("alice");
    world.settle();
    auto& alice = world.page("alice");
    world.join_tutorial_client("tutor");
    world.settle();
    world.post("alice", Intent(call::ToggleHand{}));
    world.post("alice", Intent(call::React{Reaction::heart}));
    CHECK(alice.count<call::SendState>() == 0);
}

TEST_CASE("without a call there is no hand to raise and nobody to react to") {
    World world;
    auto& alice = world.open_page("alice");
    world.post("alice", Intent(call::ToggleHand{}));
    world.post("alice", Intent(call::React{Reaction::heart}));
    CHECK_FALSE(alice.state.hand);
    CHECK_FALSE(alice.state.reaction.has_value());
    CHECK(alice.effects.empty());
}

}  // namespace
}  // namespace malgil::test
