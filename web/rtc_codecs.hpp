#pragma once

#include "web/media_stream.hpp"

#include <string>
#include <vector>

namespace malgil::web {

/// The MIME types of what this browser can send, "video/VP8" and so on; those that only serve
/// others (rtx, red, …) included, some more than once. Empty where it does not tell.
/// https://www.w3.org/TR/webrtc/#dom-rtcrtpsender-getcapabilities
[[nodiscard]] std::vector<std::string> sendable_codecs(TrackKind kind);

/// All of its codecs for RTCRtpTransceiver.setCodecPreferences, with those of this MIME type first;
/// empty, which stands for the browser's own order, where it knows none of that type.
[[nodiscard]] val codecs_with_first(TrackKind kind, const std::string& mime_type);

}  // namespace malgil::web
