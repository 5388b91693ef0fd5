#pragma once

#include "client/call/video_encoding.hpp"
#include "web/media_stream.hpp"
#include "web/rtc_peer_connection.hpp"

#include <array>
#include <optional>

namespace malgil::platform {

/// One's own screen on the way to one peer: by transceivers of its own, beside those of camera and
/// microphone. They are made when they are first needed, and used again from then on.
class ScreenSender {
public:
    /// Sends the tracks that the stream has now, and nothing more of those it had. Wants a
    /// negotiation where that changes.
    void send(web::RTCPeerConnection& connection, const web::MediaStream& screen);
    void encode(const call::VideoEncoding& encoding);

    /// The connection is replaced by another one.
    void forget() { sending_ = {}; }

private:
    std::array<std::optional<web::RTCRtpTransceiver>, 2> sending_;  // by web::TrackKind
};

}  // namespace malgil::platform
