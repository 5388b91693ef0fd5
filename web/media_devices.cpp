#include "web/media_devices.hpp"

#include "web/attempt.hpp"
#include "web/dom.hpp"
#include "web/promise.hpp"

#include <cstddef>
#include <utility>

namespace malgil::web {

MediaDevices::MediaDevices() : devices_(val::global("navigator")["mediaDevices"]) {}

bool MediaDevices::exist() const {
    return !is_nullish(devices_) && !is_nullish(devices_["getUserMedia"]);
}

void MediaDevices::get_user_media(const val& audio, const val& video,
                                  std::function<void(MediaStream stream)> on_stream,
                                  std::function<void(const DomError& error)> on_error) const {
    then_call(
        devices_, "getUserMedia", {object({{"audio", audio}, {"video", video}})},
        [on_stream = std::move(on_stream)](const val& stream) { on_stream(MediaStream(stream)); },
        std::move(on_error));
}

void MediaDevices::enumerate_devices(
    std::function<void(std::vector<MediaDeviceInfo> devices)> on_devices) const {
    if (is_nullish(devices_))
        return;
    then_call(
        devices_, "enumerateDevices", {},
        [on_devices = std::move(on_devices)](const val& list) {
            std::vector<MediaDeviceInfo> found;
            const int count = int_of(list["length"]).value_or(0);
            found.reserve(static_cast<std::size_t>(count));
            for (int i = 0; i < count; ++i)
                found.push_back({.kind = string_of(list[i]["kind"]).value_or(""),
                                 .device_id = string_of(list[i]["deviceId"]).value_or(""),
                                 .label = string_of(list[i]["label"]).value_or("")});
            on_devices(std::move(found));
        },
        [](const DomError&) {});
}

Listener MediaDevices::listen_to_changes(std::function<void()> on_change) const {
    if (is_nullish(devices_))
        return {};
    return {devices_, "devicechange",
            [on_change = std::move(on_change)](const val&) { on_change(); }};
}

bool MediaDevices::can_share_screen() const {
    return !is_nullish(devices_) && !is_nullish(devices_["getDisplayMedia"]);
}

void MediaDevices::get_display_media(const val& options,
                                     std::function<void(MediaStream stream)> on_stream,
                                     std::function<void(const DomError& error)> on_error) const {
    then_call(
        devices_, "getDisplayMedia", {options},
        [on_stream = std::move(on_stream)](const val& stream) { on_stream(MediaStream(stream)); },
        std::move(on_error));
}

bool can_choose_speaker() {
    const val prototype = val::global("HTMLMediaElement")["prototype"];
    return !is_nullish(prototype) && !is_nullish(prototype["setSinkId"]);
}

bool is_secure_context() {
    return window()["isSecureContext"].isTrue();
}

}  // namespace malgil::web
