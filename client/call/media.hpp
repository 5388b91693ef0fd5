#pragma once

#include "client/call/ids.hpp"
#include "client/call/settings.hpp"

#include <optional>
#include <string>

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
    impossible,        // it is not able to do what is wished
    insecure_context,  // no navigator.mediaDevices: plain HTTP from another machine
    unsupported,       // no navigator.mediaDevices in a secure context
    unknown,
};

enum class Capture {
    off,      // not asked for, or closed by the person
    opening,  // the browser asks the person, or the device starts
    live,
    failed,
};

/// How long a camera that is switched off sends black before it is closed: a peer that is not told
/// would otherwise keep its last picture.
inline constexpr Milliseconds camera_afterglow{800};

/// What is wished of camera and microphone. Ideals, but for the devices: another one is taken only
/// where the wished one is not there.
struct CaptureWishes {
    std::string microphone;  // MediaDeviceInfo.deviceId; empty: as the browser sees fit
    std::string camera;
    VideoPreset video_preset = VideoPreset::high;
    bool echo_cancellation = true;
    bool noise_suppression = true;
    bool auto_gain_control = true;

    friend bool operator==(const CaptureWishes&, const CaptureWishes&) = default;
};

/// The device that a track comes from; empty where the browser does not tell.
struct OpenedDevice {
    std::string id;
    std::string name;

    friend bool operator==(const OpenedDevice&, const OpenedDevice&) = default;
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
    /// What is in use while it is live.
    OpenedDevice opened{};

    /// Whether others get picture or sound of it now.
    [[nodiscard]] bool sending() const noexcept { return capture == Capture::live && enabled; }

    friend bool operator==(const DeviceState&, const DeviceState&) = default;
};

/// One's own camera and microphone: asking for them, losing them, mute.
struct MediaState {
    DeviceState microphone;
    DeviceState camera;
    /// What the next attempt asks for.
    CaptureWishes wishes;
    /// 0 (silence) to 1; measured only while a meter shows it.
    float microphone_level = 0;
    /// Of the camera's picture, in pixels; 0: not known.
    int camera_height = 0;
    /// The level is of use now: it comes once the microphone is live.
    bool meter = false;
    /// A muted microphone is open for as long as the person holds a key or a button down.
    bool talking = false;

    [[nodiscard]] const DeviceState& of(Device device) const noexcept {
        return device == Device::microphone ? microphone : camera;
    }

    [[nodiscard]] DeviceState& of(Device device) noexcept {
        return device == Device::microphone ? microphone : camera;
    }

    /// Asks for each device that is neither live, nor being asked for, nor switched off.
    void open(Turn& turn);
    /// The same for one device, also where it is being asked for: with other wishes than before.
    void open(Turn& turn, Device device);
    /// Mute or unmute; a device that is off or failed is asked for (again). A camera that is
    /// switched off closes after `camera_afterglow`.
    void toggle(Turn& turn, Device device);
    /// The timer CameraCloses.
    void close_camera(Turn& turn);
    /// A muted microphone opens, and is muted again when it is `false`.
    void talk(Turn& turn, bool on);
    void mute(Turn& turn);
    /// False where the result is stale.
    bool ended(Turn& turn, const CaptureEnded& result);
    /// False where the track is not the one that is live.
    bool lost(Turn& turn, const DeviceLost& loss);

    void show_meter(Turn& turn, bool shown);
    void level_measured(float level);
};

}  // namespace malgil::call
