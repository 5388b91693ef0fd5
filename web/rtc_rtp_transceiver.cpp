#include "web/attempt.hpp"
#include "web/promise.hpp"
#include "web/rtc_peer_connection.hpp"

namespace malgil::web {

TrackKind RTCRtpTransceiver::kind() const {
    return MediaStreamTrack(transceiver_["receiver"]["track"]).kind();
}

bool RTCRtpTransceiver::has_mid() const {
    return !is_nullish(transceiver_["mid"]);
}

bool RTCRtpTransceiver::is_stopped() const {
    return string_of(transceiver_["direction"]) == "stopped" ||
           string_of(transceiver_["currentDirection"]) == "stopped";
}

bool RTCRtpTransceiver::sends() const {
    const auto direction = string_of(transceiver_["direction"]);
    return direction == "sendrecv" || direction == "sendonly";
}

std::optional<MediaStreamTrack> RTCRtpTransceiver::sent_track() const {
    val track = transceiver_["sender"]["track"];
    if (is_nullish(track))
        return std::nullopt;
    return MediaStreamTrack(std::move(track));
}

void RTCRtpTransceiver::send_and_receive(const MediaStream& stream) {
    transceiver_.set("direction", "sendrecv");
    // Not in every browser; without it the other side gets the track without a stream.
    call_and_forget(transceiver_["sender"], "setStreams", {stream.js()});
}

void RTCRtpTransceiver::replace_track(const std::optional<MediaStreamTrack>& track) {
    call_and_forget(transceiver_["sender"], "replaceTrack", {track ? track->js() : val::null()});
}

}  // namespace malgil::web
