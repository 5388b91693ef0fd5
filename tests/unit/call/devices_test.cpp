// What the person chooses of the devices.
#include "tests/unit/call/desk.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace malgil::test {
namespace {

using call::Capture;
using call::CaptureError;
using call::Device;
using call::NoticeKind;

TEST_CASE("another camera is opened while the former one goes on") {
    Desk desk;
    desk.change([](call::Settings& s) { s.camera = "usb"; });
    const auto asked = desk.adjustment();
    CHECK(asked.device == Device::camera);
    CHECK(asked.wishes.camera == "usb");
    CHECK(desk.page.state.media.camera.sending());
    CHECK(desk.page.effects.size() == 2);  // and RememberSettings

    desk.succeeds(asked, usb);
    CHECK(desk.page.state.media.camera.sending());
    CHECK(desk.page.state.media.camera.opened.id == "usb");
    CHECK(desk.page.state.notices.empty());
}

TEST_CASE("a camera that cannot be opened leaves the former one chosen, and says so") {
    Desk desk;
    desk.change([](call::Settings& s) { s.camera = "usb"; });
    desk.fails(desk.adjustment(), CaptureError::in_use);
    CHECK(desk.page.state.settings.camera.empty());
    CHECK(desk.page.state.media.camera.sending());
    CHECK(desk.page.has_notice(NoticeKind::device_not_opened));
    CHECK(std::ranges::contains(desk.page.effects,
                                call::Effect(call::RememberSettings{desk.page.state.settings})));
}

TEST_CASE("a camera that had to be closed for another one, in vain, is opened again") {
    Desk desk;
    desk.change([](call::Settings& s) { s.camera = "usb"; });
    desk.fails(desk.adjustment(), CaptureError::in_use, false);
    CHECK(desk.page.state.media.camera.capture == Capture::opening);
    desk.world.settle();
    CHECK(desk.page.state.media.camera.sending());
    CHECK(desk.page.state.media.camera.opened.id == "built-in");
}

TEST_CASE("of two choices in a row the last one counts, and fails back to before both") {
    Desk desk;
    desk.change([](call::Settings& s) { s.camera = "usb"; });
    const auto first = desk.adjustment();
    desk.change([](call::Settings& s) { s.video_preset = call::VideoPreset::highest; });
    const auto second = desk.adjustment();
    CHECK(second.wishes.camera == "usb");
    desk.succeeds(first, usb);
    CHECK(desk.page.state.media.camera.opened.id == "built-in");
    desk.fails(second, CaptureError::unknown);
    CHECK(desk.page.state.settings == call::Settings{});
}

TEST_CASE("a resolution that the camera cannot give is taken back, and said") {
    Desk desk;
    desk.change([](call::Settings& s) { s.video_preset = call::VideoPreset::highest; });
    desk.fails(desk.adjustment(), CaptureError::impossible);
    CHECK(desk.page.state.settings.video_preset == call::VideoPreset::high);
    CHECK(desk.page.state.media.wishes.video_preset == call::VideoPreset::high);
    CHECK(desk.page.has_notice(NoticeKind::camera_unable));
}

TEST_CASE("how sound is processed is about the microphone alone") {
    Desk desk;
    desk.change([](call::Settings& s) { s.noise_suppression = false; });
    const auto asked = desk.adjustment();
    CHECK(asked.device == Device::microphone);
    CHECK_FALSE(asked.wishes.noise_suppression);
    CHECK(desk.page.effects.size() == 2);
    desk.fails(asked, CaptureError::impossible);
    CHECK(desk.page.state.settings.noise_suppression);
    CHECK(desk.page.has_notice(NoticeKind::microphone_unable));
}

TEST_CASE("choices for a device that is switched off wait until it is opened") {
    Desk desk;
    desk.page.state.media.camera.capture = Capture::off;
    desk.change([](call::Settings& s) { s.camera = "usb"; });
    CHECK(desk.page.effects.size() == 1);  // RememberSettings
    desk.post(call::Intent(call::ToggleDevice{Device::camera}));
    const auto& opened = std::get<call::OpenCapture>(desk.page.effects.at(0));
    CHECK(opened.wishes.camera == "usb");
}

TEST_CASE("a choice in place of a device that failed opens what was chosen") {
    Desk desk;
    desk.page.state.media.camera.capture = Capture::failed;
    desk.page.state.media.camera.error = CaptureError::in_use;
    desk.change([](call::Settings& s) { s.camera = "usb"; });
    CHECK(desk.page.state.media.camera.capture == Capture::opening);
}

TEST_CASE("the meter moves in a call for as long as the settings are open") {
    Desk desk;
    desk.world.call("alice");
    desk.world.settle();
    CHECK_FALSE(desk.page.state.media.meter);
    desk.post(call::Intent(call::ShowMeter{true}));
    CHECK(desk.page.effects == call::Effects{call::MeasureMicrophone{true}});
    desk.post(call::Intent(call::ShowMeter{false}));
    CHECK(desk.page.effects == call::Effects{call::MeasureMicrophone{false}});

    desk.post(call::Intent(call::HangUp{}));
    desk.post(call::Intent(call::ShowMeter{true}));
    desk.post(call::Intent(call::ShowMeter{false}));
    CHECK(desk.page.state.media.meter);
}

}  // namespace
}  // namespace malgil::test
