#pragma once

#include "client/call/ids.hpp"

#include <optional>

namespace malgil::call {

struct CaptureEnded;
struct DeviceLost;
struct Turn;

enum class Device { microphone, camera };

/// Why a device could not be opened. From getUserMedia's DOMException names:
/// https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
enum class CaptureError {
    refused,           // NotAllowedError, SecurityError
    not_found,         // NotFoundError, OverconstrainedError
    in_use,            // NotReadableError, AbortError
    insecure_context,  // no navigator.mediaDevices: plain HTTP from another machine
    unsupported,       // no navigator.mediaDevices in a secure context
    unknown,
};

enum class Capture {
    off,      // not asked for
    opening,  // the browser asks the person, or the device starts
    live,
    failed,
};

/// One's own camera or microphone.
struct DeviceState {
    Capture capture = Capture::off;
    /// Set when `capture` is `failed`.
    std::optional<CaptureError> error;
    /// What the person chose with the toggle; applies as soon as the device is live.
    bool enabled = true;
    /// The latest attempt to open it; what comes of an older one is stale.
    CaptureId attempt{};

    /// Whether others get picture or sound of it now.
    [[nodiscard]] bool sending() const noexcept { return capture == Capture::live && enabled; }

    friend bool operator==(const DeviceState&, const DeviceState&) = default;
};

/// One's own camera and microphone: asking for them, losing them, mute.
struct MediaState {
    DeviceState microphone;
    DeviceState camera;
    /// 0 (silence) to 1; measured in the lobby only, where a meter shows it.
    float microphone_level = 0;
    /// The lobby shows a meter now; it moves once the microphone is live.
    bool meter = false;

    [[nodiscard]] const DeviceState& of(Device device) const noexcept {
        return device == Device::microphone ? microphone : camera;
    }

    [[nodiscard]] DeviceState& of(Device device) noexcept {
        return device == Device::microphone ? microphone : camera;
    }

    /// Asks for each device that is neither live nor being asked for.
    void open(Turn& turn);
    /// Mute or unmute; a device that is off or failed is asked for (again).
    void toggle(Turn& turn, Device device);
    /// False where the result is stale.
    bool ended(Turn& turn, const CaptureEnded& result);
    /// False where the track is not the one that is live.
    bool lost(Turn& turn, const DeviceLost& loss);

    void show_meter(Turn& turn, bool shown);
    void level_measured(float level);
};

}  // namespace malgil::call
