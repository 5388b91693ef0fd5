#include "tests/unit/call/print.hpp"
#include "tests/unit/call/world.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <vector>

namespace malgil::test {
namespace {

using call::Capture;
using call::CaptureError;
using call::Device;
using call::DeviceInfo;
using call::DeviceKind;
using call::NoticeKind;

const DeviceInfo built_in{.kind = DeviceKind::camera, .id = "built-in", .name = "Built-in"};
const DeviceInfo usb{.kind = DeviceKind::camera, .id = "usb", .name = "USB camera"};
const DeviceInfo headset{.kind = DeviceKind::microphone, .id = "headset", .name = "Headset"};
const DeviceInfo on_the_desk{
    .kind = DeviceKind::microphone, .id = "desk", .name = "Desk microphone"};
const DeviceInfo loud{.kind = DeviceKind::speaker, .id = "loud", .name = "Loudspeaker"};

/// A page with a built-in camera in use, and a USB camera beside it.
class Desk {
public:
    Desk() : page(world.open_page("alice")) {
        page.opened_camera = {.id = "built-in", .name = "Built-in"};
        page.opened_microphone = {.id = "headset", .name = "Headset"};
        call::Started started;
        started.can_choose_speaker = true;
        page.state.media.camera.capture = Capture::off;
        page.state.media.microphone.capture = Capture::off;
        post(started);
        world.settle();
        list({built_in, usb, headset, on_the_desk, loud});
    }

    void post(const call::Event& event) { world.post("alice", event); }

    void list(std::vector<DeviceInfo> devices) { post(call::DevicesChanged{std::move(devices)}); }

    template <class Change>
    void change(Change change) {
        call::Settings settings = page.state.settings;
        change(settings);
        post(call::Intent(call::ChangeSettings{settings}));
    }

    /// The adjustment that the last event led to. Fails where there was none.
    call::AdjustDevice adjustment() {
        const auto found = std::ranges::find_if(page.effects, [](const call::Effect& effect) {
            return std::holds_alternative<call::AdjustDevice>(effect);
        });
        REQUIRE(found != page.effects.end());
        return std::get<call::AdjustDevice>(*found);
    }

    void succeeds(const call::AdjustDevice& asked, const DeviceInfo& with) {
        post(call::DeviceAdjusted{.capture = asked.capture,
                                  .device = asked.device,
                                  .error = std::nullopt,
                                  .opened = {.id = with.id, .name = with.name}});
    }

    void fails(const call::AdjustDevice& asked, CaptureError error, bool kept = true) {
        post(call::DeviceAdjusted{.capture = asked.capture,
                                  .device = asked.device,
                                  .error = error,
                                  .kept = kept,
                                  .opened = {}});
    }

    void loses_camera() {
        post(
            call::DeviceLost{.capture = page.state.media.camera.attempt, .device = Device::camera});
    }

    /// The USB camera is chosen and in use.
    void use_usb() {
        change([](call::Settings& s) { s.camera = "usb"; });
        succeeds(adjustment(), usb);
        page.opened_camera = {.id = "usb", .name = "USB camera"};
    }

    [[nodiscard]] std::string detail_of(NoticeKind kind) const {
        for (const auto& notice : page.state.notices)
            if (notice.kind == kind)
                return notice.detail;
        return "no such notice";
    }

    World world;
    FakePage& page;
};

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
