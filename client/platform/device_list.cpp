#include "client/platform/device_list.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace malgil::platform {

namespace {

using call::DeviceKind;

std::optional<DeviceKind> kind_of(std::string_view word) {
    if (word == "audioinput")
        return DeviceKind::microphone;
    if (word == "videoinput")
        return DeviceKind::camera;
    if (word == "audiooutput")
        return DeviceKind::speaker;
    return std::nullopt;
}

// Chromium lists the system's choice as a device of its own; "Default" is listed anyway.
bool is_alias(std::string_view id) {
    return id == "default" || id == "communications";
}

std::vector<call::DeviceInfo> from_web(std::vector<web::MediaDeviceInfo> devices) {
    std::vector<call::DeviceInfo> list;
    for (web::MediaDeviceInfo& device : devices)
        if (const auto kind = kind_of(device.kind); kind && !is_alias(device.device_id))
            list.push_back({.kind = *kind,
                            .id = std::move(device.device_id),
                            .name = std::move(device.label)});
    return list;
}

}  // namespace

DeviceList::DeviceList(EventSink& sink)
    : sink_(sink), on_change_(devices_.listen_to_changes([this] { read(); })) {
    read();
}

void DeviceList::read() {
    devices_.enumerate_devices(alive_.guard([this](std::vector<web::MediaDeviceInfo> devices) {
        sink_.post(call::DevicesChanged{from_web(std::move(devices))});
    }));
}

}  // namespace malgil::platform
