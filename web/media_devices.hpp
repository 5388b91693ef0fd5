#pragma once

#include "web/error.hpp"
#include "web/listener.hpp"
#include "web/media_stream.hpp"
#include "web/val.hpp"

#include <functional>
#include <string>
#include <vector>

namespace malgil::web {

/// https://www.w3.org/TR/mediacapture-streams/#mediadeviceinfo
struct MediaDeviceInfo {
    std::string kind;  // "audioinput", "audiooutput" or "videoinput"
    std::string device_id;
    std::string label;
};

/// https://www.w3.org/TR/mediacapture-streams/#mediadevices
class MediaDevices {
public:
    /// `navigator.mediaDevices`
    MediaDevices();

    /// False in a page that came over plain HTTP from another machine, and in browsers without
    /// capture.
    [[nodiscard]] bool exist() const;

    /// What is undefined or false is not asked for. May wait for the person as long as they like.
    void get_user_media(const val& audio, const val& video,
                        std::function<void(MediaStream stream)> on_stream,
                        std::function<void(const DomError& error)> on_error) const;

    /// Fails silently: then there is nothing to choose from.
    void enumerate_devices(
        std::function<void(std::vector<MediaDeviceInfo> devices)> on_devices) const;
    /// A device was plugged in or out. Listens to nothing where there are no devices.
    [[nodiscard]] Listener listen_to_changes(std::function<void()> on_change) const;

    /// False where no screen can be shared: on phones, and in old browsers.
    [[nodiscard]] bool can_share_screen() const;
    /// Within a person's gesture. https://www.w3.org/TR/screen-capture/
    void get_display_media(const val& options, std::function<void(MediaStream stream)> on_stream,
                           std::function<void(const DomError& error)> on_error) const;

private:
    val devices_;
};

/// Sound can be sent to a speaker of one's choice: https://www.w3.org/TR/audio-output/
[[nodiscard]] bool can_choose_speaker();

/// https://w3c.github.io/webappsec-secure-contexts/
[[nodiscard]] bool is_secure_context();

}  // namespace malgil::web
