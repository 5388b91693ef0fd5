#include "client/call/capture_notices.hpp"
#include "tests/unit/call/print.hpp"
#include "tests/unit/call/world.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <limits>

namespace malgil::test {
namespace {

using call::Capture;
using call::CaptureError;
using call::Device;
using call::NoticeKind;
using call::Phase;
using namespace std::chrono_literals;

std::vector<NoticeKind> kinds(const call::State& state) {
    std::vector<NoticeKind> found;
    for (const auto& notice : state.notices)
        found.push_back(notice.kind);
    return found;
}

/// A page whose devices answer like this.
World lobby(std::optional<CaptureError> microphone, std::optional<CaptureError> camera) {
    World world;
    world.open_page("alice");
    world.page("alice").microphone_error = microphone;
    world.page("alice").camera_error = camera;
    // The first answer was success: what is live now is lost, and asked for again.
    auto& state = world.state("alice");
    state.media.microphone.capture = state.media.camera.capture = Capture::off;
    world.post("alice", call::Intent(call::RetryCapture{}));
    world.settle();
    return world;
}

TEST_CASE("the lobby opens with a preview and a meter") {
    World world;
    auto& page = world.open_page("alice");
    CHECK(page.count<call::OpenCapture>() == 1);
    CHECK(page.state.media.camera.sending());
    CHECK(page.state.media.microphone.sending());
    CHECK(page.state.notices.empty());
    CHECK(std::ranges::find(page.all_effects, call::Effect(call::MeasureMicrophone{true})) !=
          page.all_effects.end());

    world.post("alice", call::MicrophoneLevel{0.5F});
    CHECK(page.state.media.microphone_level == 0.5F);
    world.post("alice", call::MicrophoneLevel{std::numeric_limits<float>::quiet_NaN()});
    CHECK(page.state.media.microphone_level == 0.0F);
    world.post("alice", call::MicrophoneLevel{7});
    CHECK(page.state.media.microphone_level == 1.0F);
}

TEST_CASE("the meter rests during the call and moves again after it") {
    World world;
    auto& page = world.open_page("alice");
    world.call("alice");
    CHECK(std::ranges::find(page.effects, call::Effect(call::MeasureMicrophone{false})) !=
          page.effects.end());
    world.post("alice", call::MicrophoneLevel{0.5F});
    CHECK(page.state.media.microphone_level == 0.0F);
    world.post("alice", call::Intent(call::HangUp{}));
    CHECK(std::ranges::find(page.effects, call::Effect(call::MeasureMicrophone{true})) !=
          page.effects.end());
}

TEST_CASE("what was typed last time and the language are taken over") {
    World world;
    world.open_page("alice");
    call::Started started;
    started.user = "앨리스";
    started.channel = "standup";
    started.language = call::Language::korean;
    world.post("alice", started);
    CHECK(world.state("alice").user == "앨리스");
    CHECK(world.state("alice").channel == "standup");
    CHECK(world.state("alice").language == call::Language::korean);

    world.post("alice", call::Intent(call::ChooseLanguage{call::Language::english}));
    CHECK(world.state("alice").language == call::Language::english);
    CHECK(world.page("alice").effects ==
          call::Effects{call::Remember{
              .user = "앨리스", .channel = "standup", .language = call::Language::english}});
}

TEST_CASE("a browser without WebRTC says so from the start, and stays in the lobby") {
    World world;
    auto& page = world.open_page("alice");
    call::Started started;
    started.has_webrtc = false;
    world.post("alice", started);
    CHECK(kinds(page.state) == std::vector{NoticeKind::no_webrtc});
    world.post("alice", call::Intent(call::DismissNotice{page.state.notices[0].id}));
    world.call("alice");
    CHECK(page.state.phase == Phase::lobby);
    CHECK(kinds(page.state) == std::vector{NoticeKind::no_webrtc});
    CHECK(page.sockets.empty());
}

TEST_CASE("what is wrong with camera and microphone is told in one sentence where it can be") {
    using Errors = std::optional<CaptureError>;
    const auto [microphone, camera, expected] =
        GENERATE(table<Errors, Errors, std::vector<NoticeKind>>({
            {CaptureError::refused, CaptureError::refused, {NoticeKind::media_refused}},
            {CaptureError::refused, std::nullopt, {NoticeKind::microphone_refused}},
            {std::nullopt, CaptureError::refused, {NoticeKind::camera_refused}},
            {CaptureError::not_found, CaptureError::not_found, {NoticeKind::no_devices}},
            {CaptureError::not_found, std::nullopt, {NoticeKind::no_microphone}},
            {std::nullopt, CaptureError::not_found, {NoticeKind::no_camera}},
            {std::nullopt, CaptureError::in_use, {NoticeKind::camera_in_use}},
            {CaptureError::in_use,
             CaptureError::in_use,
             {NoticeKind::microphone_in_use, NoticeKind::camera_in_use}},
            {CaptureError::refused,
             CaptureError::not_found,
             {NoticeKind::microphone_refused, NoticeKind::no_camera}},
            {CaptureError::unknown, CaptureError::unknown, {NoticeKind::media_failed}},
            {CaptureError::unsupported, CaptureError::unsupported, {NoticeKind::media_failed}},
            {CaptureError::insecure_context,
             CaptureError::insecure_context,
             {NoticeKind::insecure_context}},
        }));
    auto world = lobby(microphone, camera);
    CHECK(kinds(world.state("alice")) == expected);
    for (const auto& notice : world.state("alice").notices)
        CHECK(notice.severity == call::Severity::alert);
    CHECK(world.state("alice").media.microphone.error == microphone);
    CHECK(world.state("alice").media.camera.error == camera);
}

TEST_CASE("a call works without any device") {
    auto world = lobby(CaptureError::not_found, CaptureError::not_found);
    world.open_page("bob");
    world.call("alice");
    world.call("bob");
    world.settle();
    CHECK(world.connected("alice", "bob"));
    CHECK(kinds(world.state("alice")).front() == NoticeKind::no_devices);
}

TEST_CASE("trying again asks for what is not live, and a newer result replaces the older one") {
    auto world = lobby(std::nullopt, CaptureError::refused);
    auto& page = world.page("alice");
    page.camera_error = CaptureError::in_use;
    world.post("alice", call::Intent(call::RetryCapture{}));
    const auto attempt = page.state.media.camera.attempt;
    CHECK(page.effects == call::Effects{call::OpenCapture{
                              .capture = attempt, .microphone = false, .camera = true}});
    CHECK(page.state.media.microphone.capture == Capture::live);
    world.settle();
    CHECK(kinds(page.state) == std::vector{NoticeKind::camera_in_use});

    page.camera_error.reset();
    world.post("alice", call::Intent(call::RetryCapture{}));
    world.settle();
    CHECK(page.state.notices.empty());
    CHECK(page.state.media.camera.sending());
    world.post("alice", call::Intent(call::RetryCapture{}));
    CHECK(page.effects.empty());
}

TEST_CASE("a toggle mutes and unmutes") {
    World world;
    auto& page = world.open_page("alice");
    world.post("alice", call::Intent(call::ToggleDevice{Device::microphone}));
    CHECK(page.effects ==
          call::Effects{call::EnableTrack{.device = Device::microphone, .enabled = false}});
    CHECK_FALSE(page.state.media.microphone.sending());
    CHECK(page.state.media.camera.sending());
    world.post("alice", call::Intent(call::ToggleDevice{Device::microphone}));
    CHECK(page.effects ==
          call::Effects{call::EnableTrack{.device = Device::microphone, .enabled = true}});
}

TEST_CASE("toggling a device that failed asks for it again, and for it alone") {
    auto world = lobby(std::nullopt, CaptureError::in_use);
    auto& page = world.page("alice");
    page.camera_error.reset();
    world.post("alice", call::Intent(call::ToggleDevice{Device::camera}));
    CHECK(page.state.media.camera.capture == Capture::opening);
    CHECK(page.state.media.microphone.capture == Capture::live);
    world.settle();
    CHECK(page.state.media.camera.sending());
    CHECK(page.state.notices.empty());
}

TEST_CASE("a mute from before the device was there holds when it comes") {
    World world;
    auto& page = world.open_page("alice");
    page.state.media.microphone.capture = Capture::off;
    world.post("alice", call::Intent(call::RetryCapture{}));
    world.post("alice", call::Intent(call::ToggleDevice{Device::microphone}));
    CHECK(page.effects.empty());
    world.settle();
    CHECK(page.state.media.microphone.capture == Capture::live);
    CHECK_FALSE(page.state.media.microphone.sending());
    CHECK(std::ranges::find(page.effects, call::Effect(call::EnableTrack{
                                              .device = Device::microphone, .enabled = false})) !=
          page.effects.end());
}

TEST_CASE("asking for one device while the other is being opened asks for both") {
    auto world = lobby(CaptureError::in_use, CaptureError::in_use);
    auto& page = world.page("alice");
    page.microphone_error.reset();
    page.camera_error.reset();
    const auto [one, other] = GENERATE(std::pair(Device::camera, Device::microphone),
                                       std::pair(Device::microphone, Device::camera));
    world.post("alice", call::Intent(call::ToggleDevice{one}));
    const auto first = page.captures.front();
    world.post("alice", call::Intent(call::ToggleDevice{other}));
    // The result of the first attempt is stale.
    world.post("alice", first);
    CHECK(page.state.media.of(one).capture == Capture::opening);
    world.settle();
    CHECK(page.state.media.camera.capture == Capture::live);
    CHECK(page.state.media.microphone.capture == Capture::live);
}

TEST_CASE("a device that is lost is told, and the toggle brings it back") {
    World world;
    auto& page = world.open_page("alice");
    const auto attempt = page.state.media.camera.attempt;
    world.post("alice", call::DeviceLost{.capture = attempt, .device = Device::camera});
    CHECK(page.state.media.camera.capture == Capture::failed);
    CHECK(page.state.media.camera.error == CaptureError::not_found);
    CHECK(kinds(page.state) == std::vector{NoticeKind::device_lost});
    world.post("alice", call::DeviceLost{.capture = attempt, .device = Device::camera});
    CHECK(kinds(page.state) == std::vector{NoticeKind::device_lost});

    world.post("alice", call::Intent(call::ToggleDevice{Device::camera}));
    world.settle();
    CHECK(page.state.media.camera.sending());
    CHECK(page.state.notices.empty());
}

TEST_CASE("sound that the browser holds back starts with a tap") {
    World world;
    auto& page = world.open_page("alice");
    world.call("alice");
    world.settle();
    world.post("alice", call::PlaybackBlocked{});
    world.post("alice", call::PlaybackBlocked{});
    CHECK(page.state.playback_blocked);
    CHECK(kinds(page.state) == std::vector{NoticeKind::playback_blocked});
    world.post("alice", call::Intent(call::StartPlayback{}));
    CHECK(page.effects == call::Effects{call::PlayRemoteMedia{}});
    world.post("alice", call::PlaybackStarted{});
    CHECK_FALSE(page.state.playback_blocked);
    CHECK(page.state.notices.empty());
}

}  // namespace
}  // namespace malgil::test
