#pragma once

#include "web/error.hpp"
#include "web/media_stream.hpp"
#include "web/val.hpp"

#include <functional>

namespace malgil::web {

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

    /// False where no screen can be shared: on phones, and in old browsers.
    [[nodiscard]] bool can_share_screen() const;
    /// Within a person's gesture. https://www.w3.org/TR/screen-capture/
    void get_display_media(const val& options, std::function<void(MediaStream stream)> on_stream,
                           std::function<void(const DomError& error)> on_error) const;

private:
    val devices_;
};

/// https://w3c.github.io/webappsec-secure-contexts/
[[nodiscard]] bool is_secure_context();

}  // namespace malgil::web
