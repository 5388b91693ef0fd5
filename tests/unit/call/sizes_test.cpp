#include "client/call/sizes.hpp"

#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

namespace malgil::test {
namespace {

using call::encoding_for;
using call::Milliseconds;
using call::Sizes;

constexpr Milliseconds a_second{1000};

call::VideosShown showing(const std::string& user, int height) {
    return {{{.user = *call::UserId::parse(user), .screen = false, .height = height}}};
}

TEST_CASE("a camera's picture is sent no larger than it is shown, in steps") {
    CHECK(encoding_for(1, 720, 720) == encoding_for(1));
    CHECK(encoding_for(1, 610, 720) == encoding_for(1));
    CHECK(encoding_for(1, 500, 720).scale_resolution_by == 1.5);
    CHECK(encoding_for(1, 360, 720).scale_resolution_by == 2);
    CHECK(encoding_for(1, 100, 720).scale_resolution_by == 8);
    CHECK(encoding_for(1, 2000, 720) == encoding_for(1));
    CHECK(encoding_for(1, 100, 0).scale_resolution_by == 1);
    // Many peers want it smaller still.
    CHECK(encoding_for(7, 720, 720) == encoding_for(7));
}

TEST_CASE("a picture that is not shown is not sent") {
    CHECK_FALSE(encoding_for(1, 0, 720).active);
    CHECK(encoding_for(1, 1, 720).active);
}

TEST_CASE("a peer is told at which size it is shown, once the window has settled") {
    auto world = call_of({"alice", "bob"});
    for (const int height : {700, 650, 600, 360})
        world.post("bob", showing("alice", height));
    world.settle();
    CHECK_FALSE(world.peer("alice", "bob").shows.has_value());
    world.wait(a_second);
    CHECK(world.peer("alice", "bob").shows == Sizes{.camera = 360, .screen = 0});
    const auto sent = world.page("bob").count<call::SendState>();
    world.post("bob", showing("alice", 360));
    world.wait(a_second);
    CHECK(world.page("bob").count<call::SendState>() == sent);
}

TEST_CASE("of a picture that no view has had yet nothing is said: it is sent") {
    auto world = call_of({"alice", "bob"});
    world.post("bob", call::VideosShown{});
    world.wait(a_second);
    CHECK_FALSE(world.peer("alice", "bob").shows.has_value());
    CHECK(world.peer("alice", "bob").encoding.active);
}

TEST_CASE("what lies under the chat is not sent, and comes back with its place") {
    auto world = call_of({"alice", "bob"});
    world.post("bob", showing("alice", 0));
    world.wait(a_second);
    CHECK_FALSE(world.peer("alice", "bob").encoding.active);
    world.post("bob", showing("alice", 720));
    world.wait(a_second);
    CHECK(world.peer("alice", "bob").encoding.active);
}

}  // namespace
}  // namespace malgil::test
