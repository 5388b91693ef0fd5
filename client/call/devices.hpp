#pragma once

#include "client/call/ids.hpp"
#include "client/call/media.hpp"
#include "client/call/settings.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// The cameras, microphones and speakers there are, and which of them is in use: as chosen, another
/// one while the chosen one is away, and the chosen one again once it is back.
namespace malgil::call {

struct DeviceAdjusted;
struct State;
struct Turn;

enum class DeviceKind { microphone, camera, speaker };

/// https://www.w3.org/TR/mediacapture-streams/#mediadeviceinfo
struct DeviceInfo {
    DeviceKind kind;
    std::string id;    // empty until the person has allowed such a device
    std::string name;  // the same

    friend bool operator==(const DeviceInfo&, const DeviceInfo&) = default;
};

struct Devices {
    /// A change of a live device that is under way.
    struct Adjustment {
        CaptureId attempt;
        /// What to go back to where it fails.
        Settings before;
        /// The device that was chosen is back; nothing was chosen anew.
        bool returns = false;
    };

    std::vector<DeviceInfo> list;
    /// HTMLMediaElement.setSinkId exists: https://www.w3.org/TR/audio-output/
    bool can_choose_speaker = false;
    /// Where sound goes now; empty: as the system sees fit.
    std::string speaker;
    std::array<std::optional<Adjustment>, 2> adjustments;  // by Device
    /// By Device: the ID of one that went away, until one is in use again.
    std::array<std::optional<std::string>, 2> lost;

    [[nodiscard]] bool contains(DeviceKind kind, const std::string& id) const;
};

/// Brings MediaState::wishes in line with the settings and with what is there.
void renew_wishes(State& state);

/// The settings are new: what is live is adjusted to them.
void apply_device_settings(State& state, Turn& turn, const Settings& before);

void device_adjusted(State& state, Turn& turn, const DeviceAdjusted& result);
void devices_changed(State& state, Turn& turn, std::vector<DeviceInfo> list);
/// Its track ended by itself: any other device takes its place, or it is said that there is none.
void device_lost(State& state, Turn& turn, Device device);
/// Devices were opened: says so where they are not those that were chosen, or that were lost.
void tell_replacements(State& state, Turn& turn);
void speaker_failed(State& state, Turn& turn, const std::string& id);

}  // namespace malgil::call
