#pragma once

#include <optional>
#include <string>

/// What RTCPeerConnection.getStats() says of one connection: https://www.w3.org/TR/webrtc-stats/.
/// Browsers leave things out, and some come only after a while: no value is then no value.
namespace malgil::call {

/// Sound or picture in one direction. Counters are since the connection began, of all streams of
/// that kind; the rest is of the microphone's or the camera's.
struct Flow {
    std::optional<double> bytes{};
    std::optional<double> packets{};  // that arrived here, or were sent
    std::optional<double> lost{};     // as seen here, or as the peer reports it
    std::optional<double> jitter{};   // milliseconds; the same
    std::optional<double> frames{};   // decoded, or encoded
    std::optional<double> width{};    // in pixels
    std::optional<double> height{};
    std::string codec{};  // "VP8", "opus"; empty: none yet
};

/// Why the browser sends less than it could:
/// https://www.w3.org/TR/webrtc-stats/#rtcqualitylimitationreason-enum
enum class LimitedBy { nothing, cpu, bandwidth, other };

/// The way that the packets take now.
struct Route {
    bool known = false;
    bool relayed = false;           // by a TURN server, of either side
    std::string protocol{};         // "udp" or "tcp": to the relay, where there is one here
    std::string local{}, remote{};  // kinds of candidates: "host", "srflx", "prflx", "relay"
};

struct Measurement {
    /// When, by the browser's clock: in milliseconds since any fixed point.
    double at = 0;
    Flow audio_in{}, video_in{}, audio_out{}, video_out{};
    std::optional<double> round_trip{};          // milliseconds
    std::optional<double> available_outgoing{};  // bits a second: what the path is thought to bear
    /// Of the camera's picture.
    std::optional<LimitedBy> limited{};
    Route route{};
};

}  // namespace malgil::call
