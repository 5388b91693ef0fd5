#include "tests/unit/call/desk.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace malgil::test {

using call::Capture;
using call::DeviceInfo;
using call::DeviceKind;

const DeviceInfo built_in{.kind = DeviceKind::camera, .id = "built-in", .name = "Built-in"};
const DeviceInfo usb{.kind = DeviceKind::camera, .id = "usb", .name = "USB camera"};
const DeviceInfo headset{.kind = DeviceKind::microphone, .id = "headset", .name = "Headset"};
const DeviceInfo on_the_desk{
    .kind = DeviceKind::microphone, .id = "desk", .name = "Desk microphone"};
const DeviceInfo loud{.kind = DeviceKind::speaker, .id = "loud", .name = "Loudspeaker"};

Desk::Desk() : page(world.open_page("alice")) {
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

void Desk::list(std::vector<DeviceInfo> devices) {
    post(call::DevicesChanged{std::move(devices)});
}

call::AdjustDevice Desk::adjustment() {
    const auto found = std::ranges::find_if(page.effects, [](const call::Effect& effect) {
        return std::holds_alternative<call::AdjustDevice>(effect);
    });
    REQUIRE(found != page.effects.end());
    return std::get<call::AdjustDevice>(*found);
}

void Desk::succeeds(const call::AdjustDevice& asked, const DeviceInfo& with) {
    post(call::DeviceAdjusted{.capture = asked.capture,
                              .device = asked.device,
                              .error = std::nullopt,
                              .opened = {.id = with.id, .name = with.name}});
}

void Desk::fails(const call::AdjustDevice& asked, call::CaptureError error, bool kept) {
    post(call::DeviceAdjusted{.capture = asked.capture,
                              .device = asked.device,
                              .error = error,
                              .kept = kept,
                              .opened = {}});
}

void Desk::loses_camera() {
    post(call::DeviceLost{.capture = page.state.media.camera.attempt,
                          .device = call::Device::camera});
}

void Desk::use_usb() {
    change([](call::Settings& s) { s.camera = "usb"; });
    succeeds(adjustment(), usb);
    page.opened_camera = {.id = "usb", .name = "USB camera"};
}

std::string Desk::detail_of(call::NoticeKind kind) const {
    for (const auto& notice : page.state.notices)
        if (notice.kind == kind)
            return notice.detail;
    return "no such notice";
}

}  // namespace malgil::test
