#include "client/call/media.hpp"

#include "client/call/turn.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::call {
namespace {

bool is_closed(const DeviceState& device) {
    return device.capture == Capture::off || device.capture == Capture::failed;
}

/// Once more for a device whose track is new or gone: the meter follows the track.
void measure(Turn& turn, const MediaState& media) {
    if (media.meter)
        turn.emit(MeasureMicrophone{media.microphone.capture == Capture::live});
}

void ask(Turn& turn, MediaState& media, bool microphone, bool camera) {
    if (!microphone && !camera)
        return;
    // The new attempt takes the place of one that is under way.
    const OpenCapture asked{
        .capture = turn.next_id<CaptureId>(),
        .microphone = microphone || media.microphone.capture == Capture::opening,
        .camera = camera || media.camera.capture == Capture::opening,
        .wishes = media.wishes,
    };
    const auto opening = [&](DeviceState& device) {
        device.capture = Capture::opening;
        device.error.reset();
        device.attempt = asked.capture;
    };
    if (asked.microphone)
        opening(media.microphone);
    if (asked.camera)
        opening(media.camera);
    turn.emit(asked);
}

void apply_enabled(Turn& turn, const MediaState& media, Device device) {
    const bool enabled = media.of(device).enabled;
    turn.emit(EnableTrack{.device = device, .enabled = enabled});
    if (device == Device::microphone)
        return;
    if (enabled)
        turn.stop(CameraCloses{});
    else
        turn.start(CameraCloses{}, camera_afterglow);
}

void enable(Turn& turn, MediaState& media, Device device, bool enabled) {
    media.of(device).enabled = enabled;
    if (media.of(device).capture == Capture::live)
        apply_enabled(turn, media, device);
}

}  // namespace

void MediaState::open(Turn& turn) {
    const auto is_wanted = [](const DeviceState& device) {
        return is_closed(device) && (device.enabled || device.capture == Capture::failed);
    };
    ask(turn, *this, is_wanted(microphone), is_wanted(camera));
}

void MediaState::open(Turn& turn, Device device) {
    ask(turn, *this, device == Device::microphone, device == Device::camera);
}

void MediaState::toggle(Turn& turn, Device device) {
    auto& own = of(device);
    if (is_closed(own)) {
        own.enabled = true;
        ask(turn, *this, device == Device::microphone, device == Device::camera);
        return;
    }
    if (device == Device::microphone)
        talking = false;
    enable(turn, *this, device, !own.enabled);
}

void MediaState::close_camera(Turn& turn) {
    if (camera.capture != Capture::live || camera.enabled)
        return;
    camera.capture = Capture::off;
    turn.emit(CloseCapture{Device::camera});
}

void MediaState::talk(Turn& turn, bool on) {
    if (on == talking || on == microphone.enabled || is_closed(microphone))
        return;
    talking = on;
    enable(turn, *this, Device::microphone, on);
}

void MediaState::mute(Turn& turn) {
    talking = false;
    if (microphone.enabled)
        enable(turn, *this, Device::microphone, false);
}

bool MediaState::ended(Turn& turn, const CaptureEnded& result) {
    const auto apply = [&](Device device, const std::optional<CaptureError>& error,
                           const OpenedDevice& opened) {
        auto& own = of(device);
        if (own.attempt != result.capture || own.capture != Capture::opening)
            return false;
        own.capture = error ? Capture::failed : Capture::live;
        own.error = error;
        own.opened = opened;
        // The choice of the person may be older than the track.
        if (!error)
            apply_enabled(turn, *this, device);
        return true;
    };
    const bool for_microphone =
        apply(Device::microphone, result.microphone, result.opened_microphone);
    const bool for_camera = apply(Device::camera, result.camera, result.opened_camera);
    if (for_camera)
        camera_height = result.camera_height;
    if (for_microphone && microphone.capture == Capture::live)
        measure(turn, *this);
    return for_microphone || for_camera;
}

bool MediaState::lost(Turn& turn, const DeviceLost& loss) {
    auto& own = of(loss.device);
    if (own.attempt != loss.capture || own.capture != Capture::live)
        return false;
    own.capture = Capture::failed;
    own.error = CaptureError::not_found;
    if (loss.device == Device::microphone) {
        microphone_level = 0;
        measure(turn, *this);
    }
    return true;
}

void MediaState::show_meter(Turn& turn, bool shown) {
    if (meter == shown)
        return;
    meter = shown;
    microphone_level = 0;
    if (microphone.capture == Capture::live)
        turn.emit(MeasureMicrophone{shown});
}

void MediaState::level_measured(float level) {
    if (meter && microphone.capture == Capture::live)
        microphone_level = std::isfinite(level) ? std::clamp(level, 0.0F, 1.0F) : 0.0F;
}

}  // namespace malgil::call
