#include "web/attempt.hpp"
#include "web/promise.hpp"
#include "web/rtc_codecs.hpp"
#include "web/rtc_peer_connection.hpp"

namespace malgil::web {

const char* to_string(Direction direction) {
    switch (direction) {
        case Direction::both:
            return "sendrecv";
        case Direction::send:
            return "sendonly";
        case Direction::receive:
            return "recvonly";
        case Direction::none:
            break;
    }
    return "inactive";
}

TrackKind RTCRtpTransceiver::kind() const {
    return MediaStreamTrack(transceiver_["receiver"]["track"]).kind();
}

bool RTCRtpTransceiver::has_mid() const {
    return !is_nullish(transceiver_["mid"]);
}

std::optional<std::string> RTCRtpTransceiver::mid() const {
    return string_of(transceiver_["mid"]);
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

std::optional<val> RTCRtpTransceiver::newest_source() const {
    const Result sources = try_call(transceiver_["receiver"], "getSynchronizationSources");
    if (!sources || is_nullish((*sources)[0]) || !(*sources)[0]["timestamp"].isNumber())
        return std::nullopt;
    return (*sources)[0];
}

std::optional<AudioLevel> RTCRtpTransceiver::received_audio_level() const {
    const auto source = newest_source();
    if (!source)
        return std::nullopt;
    const val level = (*source)["audioLevel"];
    if (!level.isNumber())
        return std::nullopt;
    return AudioLevel{.level = level.as<float>(), .timestamp = (*source)["timestamp"].as<double>()};
}

std::optional<double> RTCRtpTransceiver::last_played() const {
    return newest_source().transform(
        [](const val& source) { return source["timestamp"].as<double>(); });
}

void RTCRtpTransceiver::set_direction(Direction direction) {
    transceiver_.set("direction", val(to_string(direction)));
}

void RTCRtpTransceiver::send_and_receive(const MediaStream& stream) {
    set_direction(Direction::both);
    // Not in every browser; without it the other side gets the track without a stream.
    call_and_forget(transceiver_["sender"], "setStreams", {stream.js()});
}

void RTCRtpTransceiver::replace_track(const std::optional<MediaStreamTrack>& track) {
    call_and_forget(transceiver_["sender"], "replaceTrack", {track ? track->js() : val::null()});
}

void RTCRtpTransceiver::encode(const RTCRtpEncodingParameters& parameters) {
    const val sender = transceiver_["sender"];
    // They are to be taken, changed and given back:
    // https://www.w3.org/TR/webrtc/#dom-rtcrtpsender-setparameters
    const Result all = try_call(sender, "getParameters");
    if (!all || is_nullish((*all)["encodings"]))
        return;
    const auto limit = [](int value) { return value > 0 ? val(value) : val::undefined(); };
    const int count = int_of((*all)["encodings"]["length"]).value_or(0);
    for (int i = 0; i < count; ++i) {
        val encoding = (*all)["encodings"][i];
        encoding.set("maxBitrate", limit(parameters.max_bitrate));
        encoding.set("active", parameters.active);
        encoding.set("maxFramerate", limit(parameters.max_framerate));
        encoding.set("scaleResolutionDownBy", val(parameters.scale_resolution_by));
    }
    call_and_forget(sender, "setParameters", {*all});
}

std::expected<void, DomError> RTCRtpTransceiver::prefer_codec(const std::string& mime_type) {
    return try_call(transceiver_, "setCodecPreferences", {codecs_with_first(kind(), mime_type)})
        .transform([](const val&) {});
}

}  // namespace malgil::web
