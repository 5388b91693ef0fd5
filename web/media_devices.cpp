#include "web/media_devices.hpp"

#include "web/attempt.hpp"
#include "web/dom.hpp"
#include "web/promise.hpp"

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

bool is_secure_context() {
    return window()["isSecureContext"].isTrue();
}

}  // namespace malgil::web
