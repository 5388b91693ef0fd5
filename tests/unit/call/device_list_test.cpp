// Devices that are plugged in and out.
#include "tests/unit/call/desk.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace malgil::test {
namespace {

using call::Capture;
using call::CaptureError;
using call::NoticeKind;

TEST_CASE("where the chosen camera is unplugged, another one takes its place until it is back") {
    Desk desk;
    desk.use_usb();
    desk.page.opened_camera = {.id = "built-in", .name = "Built-in"};

    desk.loses_camera();
    CHECK(desk.page.state.media.camera.capture == Capture::opening);
    CHECK(desk.page.state.media.wishes.camera.empty());
    desk.world.settle();
    CHECK(desk.page.state.media.camera.sending());
    CHECK(desk.detail_of(NoticeKind::device_replaced) == "Built-in");
    CHECK(desk.page.state.settings.camera == "usb");
    desk.list({built_in, headset, loud});
    CHECK(desk.page.state.media.camera.sending());

    desk.list({built_in, usb, headset, loud});
    const auto asked = desk.adjustment();
    CHECK(asked.wishes.camera == "usb");
    desk.succeeds(asked, usb);
    CHECK(desk.detail_of(NoticeKind::device_returned) == "USB camera");
    CHECK(desk.page.state.media.camera.opened.id == "usb");
}

TEST_CASE("a camera that is unplugged before its track has ended is replaced as well") {
    Desk desk;
    desk.use_usb();
    desk.list({built_in, headset, loud});
    const auto asked = desk.adjustment();
    CHECK(asked.wishes.camera.empty());
    desk.succeeds(asked, built_in);
    CHECK(desk.detail_of(NoticeKind::device_replaced) == "Built-in");
    CHECK(desk.page.state.settings.camera == "usb");
}

TEST_CASE("the only camera that is unplugged is told, and comes back by itself") {
    Desk desk;
    desk.list({built_in, headset});
    desk.loses_camera();
    CHECK(desk.page.state.media.camera.capture == Capture::failed);
    CHECK(desk.page.has_notice(NoticeKind::device_lost));
    desk.list({headset});
    CHECK(desk.page.state.media.camera.capture == Capture::failed);

    desk.list({headset, built_in});
    desk.world.settle();
    CHECK(desk.page.state.media.camera.sending());
    CHECK_FALSE(desk.page.has_notice(NoticeKind::device_lost));
    CHECK(desk.detail_of(NoticeKind::device_returned) == "Built-in");
}

TEST_CASE("a first camera that is plugged in is opened") {
    Desk desk;
    desk.list({headset});
    desk.page.state.media.camera.capture = Capture::failed;
    desk.page.state.media.camera.error = CaptureError::not_found;
    desk.list({headset, built_in});
    CHECK(desk.page.state.media.camera.capture == Capture::opening);
}

TEST_CASE("a device that was refused is not asked for because another one is plugged in") {
    Desk desk;
    desk.page.state.media.camera.capture = Capture::failed;
    desk.page.state.media.camera.error = CaptureError::refused;
    desk.list({built_in, headset});
    desk.list({built_in, usb, headset});
    CHECK(desk.page.state.media.camera.capture == Capture::failed);
}

TEST_CASE("a camera of the last visit that is not there gives way, and says what is used") {
    Desk desk;
    call::Started started;
    started.settings.camera = "of last week";
    desk.page.state.media.camera.capture = Capture::off;
    desk.post(started);
    desk.world.settle();
    CHECK(desk.detail_of(NoticeKind::device_replaced) == "Built-in");
    CHECK(desk.page.state.settings.camera == "of last week");
}

TEST_CASE("the sound goes to the chosen speaker for as long as it is there") {
    Desk desk;
    desk.change([](call::Settings& s) { s.speaker = "loud"; });
    CHECK(std::ranges::contains(desk.page.effects, call::Effect(call::UseSpeaker{"loud"})));
    desk.post(call::Intent(call::PlayTestTone{}));
    CHECK(desk.page.effects == call::Effects{call::PlayTone{"loud"}});

    desk.list({built_in, headset});
    CHECK(std::ranges::contains(desk.page.effects, call::Effect(call::UseSpeaker{""})));
    CHECK(desk.page.has_notice(NoticeKind::speaker_lost));
    desk.list({built_in, headset, loud});
    CHECK(std::ranges::contains(desk.page.effects, call::Effect(call::UseSpeaker{"loud"})));
    CHECK_FALSE(desk.page.has_notice(NoticeKind::speaker_lost));
}

TEST_CASE("a speaker that takes no sound is told, and the default one is chosen") {
    Desk desk;
    desk.change([](call::Settings& s) { s.speaker = "loud"; });
    desk.post(call::SpeakerFailed{"loud"});
    CHECK(desk.page.state.settings.speaker.empty());
    CHECK(std::ranges::contains(desk.page.effects, call::Effect(call::UseSpeaker{""})));
    CHECK(desk.page.has_notice(NoticeKind::speaker_failed));
    desk.post(call::SpeakerFailed{"loud"});
    CHECK(desk.page.effects.empty());
}

}  // namespace
}  // namespace malgil::test
