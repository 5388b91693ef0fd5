#include "client/call/screen.hpp"

#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace malgil::test {
namespace {

using call::Intent;
using call::NoticeKind;
using call::ScreenError;
using call::VideoSource;

call::CaptureId share(World& world) {
    world.post("alice", Intent(call::ToggleScreen{}));
    const auto attempt = world.state("alice").screen.attempt;
    world.post("alice", call::ScreenOpened{.capture = attempt, .error = std::nullopt});
    world.settle();
    return attempt;
}

bool is_encoded(const FakePage& page, const call::VideoEncoding& wanted) {
    return std::ranges::any_of(page.all_effects, [&](const call::Effect& effect) {
        const auto* const encode = std::get_if<call::EncodeVideo>(&effect);
        return encode != nullptr && encode->source == VideoSource::screen &&
               encode->encoding == wanted;
    });
}

TEST_CASE("a screen is shared once the person has chosen one, and the others know") {
    auto world = call_of({"alice", "bob"});
    auto& alice = world.page("alice");
    world.post("alice", Intent(call::ToggleScreen{}));
    CHECK(alice.effects == call::Effects{call::OpenScreen{alice.state.screen.attempt}});
    CHECK_FALSE(alice.state.screen.is_on());
    world.settle();
    CHECK_FALSE(world.peer("bob", "alice").presence->screen);

    world.post("alice", Intent(call::ToggleScreen{}));
    CHECK(alice.effects.empty());  // the browser's dialogue is open already

    world.post("alice", call::ScreenOpened{.capture = alice.state.screen.attempt, .error = {}});
    world.settle();
    CHECK(alice.state.screen.is_on());
    CHECK(world.peer("bob", "alice").presence->screen);
    CHECK(is_encoded(alice, call::screen_encoding_for(1)));
}

TEST_CASE("pressing again ends it") {
    auto world = call_of({"alice", "bob"});
    const auto attempt = share(world);
    auto& alice = world.page("alice");
    world.post("alice", Intent(call::ToggleScreen{}));
    CHECK(std::ranges::find(alice.effects, call::Effect(call::CloseScreen{attempt})) !=
          alice.effects.end());
    world.settle();
    CHECK_FALSE(world.peer("bob", "alice").presence->screen);
    CHECK_FALSE(alice.has_notice(NoticeKind::screen_ended));
}

TEST_CASE("a dialogue that is cancelled or refused changes nothing, and says so") {
    auto world = call_of({"alice", "bob"});
    auto& alice = world.page("alice");
    const auto [error, kind] =
        GENERATE(std::pair(ScreenError::refused, NoticeKind::screen_not_shared),
                 std::pair(ScreenError::failed, NoticeKind::screen_failed));
    world.post("alice", Intent(call::ToggleScreen{}));
    const auto sent = alice.count<call::SendState>();
    world.post("alice", call::ScreenOpened{.capture = alice.state.screen.attempt, .error = error});
    world.settle();
    CHECK(alice.state.screen.stage == call::ScreenShare::Stage::off);
    CHECK(alice.has_notice(kind));
    CHECK(alice.count<call::SendState>() == sent);

    world.post("alice", Intent(call::ToggleScreen{}));
    CHECK_FALSE(alice.has_notice(kind));
    CHECK(alice.state.screen.stage == call::ScreenShare::Stage::choosing);
}

TEST_CASE("sharing that the browser's own bar ends is noticed") {
    auto world = call_of({"alice", "bob"});
    const auto attempt = share(world);
    world.post("alice", call::ScreenLost{attempt});
    world.settle();
    CHECK_FALSE(world.state("alice").screen.is_on());
    CHECK(world.page("alice").has_notice(NoticeKind::screen_ended));
    CHECK_FALSE(world.peer("bob", "alice").presence->screen);
}

TEST_CASE("hanging up ends the sharing, and a choice that comes after it shares nothing") {
    auto world = call_of({"alice", "bob"});
    auto& alice = world.page("alice");
    world.post("alice", Intent(call::ToggleScreen{}));
    const auto attempt = alice.state.screen.attempt;
    world.post("alice", Intent(call::HangUp{}));
    world.post("alice", call::ScreenOpened{.capture = attempt, .error = {}});
    CHECK(alice.effects == call::Effects{call::CloseScreen{attempt}});
    CHECK_FALSE(alice.state.screen.is_on());
}

TEST_CASE("a newcomer is told of the screen, and it is encoded for one more") {
    auto world = call_of({"alice", "bob"});
    share(world);
    world.open_page("carol");
    world.call("carol");
    world.settle();
    CHECK(world.peer("carol", "alice").presence->screen);
    CHECK(world.peer("alice", "bob").screen_encoding == call::screen_encoding_for(2));
    CHECK(world.peer("alice", "carol").screen_encoding == call::screen_encoding_for(2));
}

TEST_CASE("a screen keeps its resolution, however many look at it") {
    for (std::size_t peers = 1; peers < 8; ++peers) {
        const auto encoding = call::screen_encoding_for(peers);
        CHECK(encoding.scale_resolution_by == 1);
        CHECK(encoding.max_bitrate * static_cast<int>(peers) <= 3'800'000);
        CHECK(encoding.max_framerate >= 5);
    }
}

}  // namespace
}  // namespace malgil::test
