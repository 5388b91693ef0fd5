#include "client/call/speech.hpp"

#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace malgil::test {
namespace {

using call::Device;
using call::Intent;
using call::Milliseconds;
using call::NoticeKind;

void hear(World& world, float level) {
    world.post("alice", call::VoicesMeasured{{{.connection = world.peer("alice", "bob").connection,
                                               .level = level}}});
}

call::Effects ring(bool on) {
    return {call::ShowSpeaking{.user = *call::UserId::parse("bob"), .on = on}};
}

TEST_CASE("who speaks is shown with the first loud moment, through the pauses between words") {
    auto world = call_of({"alice", "bob"});
    auto& alice = world.page("alice");
    world.wait(Milliseconds{1000});
    hear(world, 0.001F);
    CHECK(alice.effects.empty());
    hear(world, 0.2F);
    CHECK(alice.effects == ring(true));
    world.wait(call::speech_pause - Milliseconds{1});
    hear(world, 0);
    CHECK(alice.effects.empty());
    world.wait(Milliseconds{1});
    hear(world, 0);
    CHECK(alice.effects == ring(false));
}

TEST_CASE("whoever leaves while speaking leaves no ring behind") {
    auto world = call_of({"alice", "bob"});
    world.wait(Milliseconds{1000});
    hear(world, 0.5F);
    world.post("bob", Intent(call::HangUp{}));
    world.settle();
    const auto& effects = world.page("alice").all_effects;
    CHECK(std::ranges::find(effects, ring(false).front()) != effects.end());
}

TEST_CASE("a level that is no number is silence") {
    auto world = call_of({"alice", "bob"});
    world.wait(Milliseconds{1000});
    hear(world, NAN);
    CHECK(world.page("alice").effects.empty());
}

TEST_CASE("somebody who speaks while muted is told, once, and told no more once unmuted") {
    auto world = call_of({"alice", "bob"});
    auto& alice = world.page("alice");
    const auto speak = [&] {
        for (int i = 0; i < 6; ++i) {
            world.wait(Milliseconds{66});
            world.post("alice", call::MicrophoneLevel{i % 2 == 0 ? 0.7F : 0.6F});
        }
    };
    speak();
    CHECK_FALSE(alice.has_notice(NoticeKind::muted_speech));

    world.post("alice", Intent(call::ToggleDevice{Device::microphone}));
    CHECK(std::ranges::find(alice.effects, call::Effect(call::MeasureMicrophone{true})) !=
          alice.effects.end());
    world.post("alice", call::MicrophoneLevel{0.9F});  // a cough
    world.wait(Milliseconds{3000});
    CHECK_FALSE(alice.has_notice(NoticeKind::muted_speech));
    speak();
    CHECK(alice.has_notice(NoticeKind::muted_speech));
    CHECK_FALSE(alice.state.media.meter);

    world.post("alice", Intent(call::ToggleDevice{Device::microphone}));
    CHECK_FALSE(alice.has_notice(NoticeKind::muted_speech));
    world.post("alice", Intent(call::ToggleDevice{Device::microphone}));
    speak();
    CHECK(alice.has_notice(NoticeKind::muted_speech));
}

TEST_CASE("a key that is held opens a muted microphone for so long") {
    auto world = call_of({"alice", "bob"});
    auto& alice = world.page("alice");
    world.post("alice", Intent(call::Talk{true}));
    CHECK(alice.effects.empty());  // it is open
    world.post("alice", Intent(call::Talk{false}));
    CHECK(alice.state.media.microphone.enabled);

    world.post("alice", Intent(call::ToggleDevice{Device::microphone}));
    world.post("alice", Intent(call::Talk{true}));
    CHECK(alice.state.media.microphone.sending());
    world.settle();
    CHECK(world.peer("bob", "alice").presence->microphone);
    world.post("alice", Intent(call::Talk{false}));
    CHECK_FALSE(alice.state.media.microphone.sending());
    world.settle();
    CHECK_FALSE(world.peer("bob", "alice").presence->microphone);
}

TEST_CASE("push to talk mutes at once") {
    auto world = call_of({"alice", "bob"});
    auto& alice = world.page("alice");
    auto settings = alice.state.settings;
    settings.push_to_talk = true;
    world.post("alice", Intent(call::ChangeSettings{settings}));
    CHECK_FALSE(alice.state.media.microphone.enabled);
    CHECK_FALSE(alice.state.media.meter);
    world.post("alice", Intent(call::Talk{true}));
    CHECK(alice.state.media.microphone.sending());
}

TEST_CASE("whoever chose push to talk before the call comes in muted") {
    World world;
    auto& alice = world.open_page("alice");
    auto settings = alice.state.settings;
    settings.push_to_talk = true;
    world.post("alice", Intent(call::ChangeSettings{settings}));
    world.post("alice", Intent(call::ToggleDevice{Device::microphone}));
    REQUIRE(alice.state.media.microphone.enabled);
    world.call("alice");
    world.settle();
    CHECK_FALSE(alice.state.media.microphone.enabled);
}

}  // namespace
}  // namespace malgil::test
