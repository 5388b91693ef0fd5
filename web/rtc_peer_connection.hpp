#pragma once

#include "web/error.hpp"
#include "web/listener.hpp"
#include "web/media_stream.hpp"
#include "web/rtc_stats_report.hpp"
#include "web/val.hpp"

#include <array>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace malgil::web {

/// https://www.w3.org/TR/webrtc/#dom-rtcsessiondescriptioninit
struct RTCSessionDescriptionInit {
    std::string type;
    std::string sdp;
};

/// https://www.w3.org/TR/webrtc/#dom-rtcicecandidateinit
struct RTCIceCandidateInit {
    std::string candidate;
    std::optional<std::string> sdp_mid;
    std::optional<int> sdp_m_line_index;
    std::optional<std::string> username_fragment;
};

/// https://www.w3.org/TR/webrtc/#dom-rtciceserver
struct RTCIceServer {
    std::vector<std::string> urls;
    std::string username;    // empty: none
    std::string credential;  // empty: none
};

/// https://www.w3.org/TR/webrtc/#rtcicetransportpolicy-enum
enum class IceTransportPolicy { all, relay };

/// https://www.w3.org/TR/webrtc/#rtcrtpencodingparameters, as far as it is used. 0: no limit.
struct RTCRtpEncodingParameters {
    int max_bitrate = 0;             // bits a second
    double scale_resolution_by = 1;  // scaleResolutionDownBy: 1 or more
    int max_framerate = 0;           // frames a second
    bool active = true;
};

struct AudioLevel {
    float level = 0;
    double timestamp = 0;
};

/// https://www.w3.org/TR/webrtc/#dom-rtcrtptransceiverdirection
enum class Direction { both, send, receive, none };

/// The word of the specification: "sendrecv".
[[nodiscard]] const char* to_string(Direction direction);

/// https://www.w3.org/TR/webrtc/#rtcrtptransceiver-interface. A copy is the same transceiver.
class RTCRtpTransceiver {
public:
    explicit RTCRtpTransceiver(val transceiver) : transceiver_(std::move(transceiver)) {}

    [[nodiscard]] TrackKind kind() const;
    /// Part of a description that was applied.
    [[nodiscard]] bool has_mid() const;
    [[nodiscard]] std::optional<std::string> mid() const;
    [[nodiscard]] bool is_stopped() const;
    /// Set to send, negotiated or not.
    [[nodiscard]] bool sends() const;
    /// It sends this now; no value where it sends nothing.
    [[nodiscard]] std::optional<MediaStreamTrack> sent_track() const;

    /// How loud what arrives is at present, 0 to 1, and when that was measured, by a clock that is
    /// the browser's own. No value where nothing arrives.
    /// https://www.w3.org/TR/webrtc/#dom-rtcrtpcontributingsource-audiolevel
    [[nodiscard]] std::optional<AudioLevel> received_audio_level() const;
    /// When the newest packet of what is played was played, in milliseconds by the same clock. No
    /// value where there was none for 10 s. Costs next to nothing beside `getStats`.
    /// https://www.w3.org/TR/webrtc/#dom-rtcrtpcontributingsource-timestamp
    [[nodiscard]] std::optional<double> last_played() const;

    /// Once negotiated.
    void set_direction(Direction direction);
    /// To send and to receive, once negotiated; what is sent belongs to this stream.
    void send_and_receive(const MediaStream& stream);
    /// Sends another track from now on, without negotiation; no value: nothing. Failures end
    /// silently: the connection is closed by then.
    void replace_track(const std::optional<MediaStreamTrack>& track);
    /// From now on. Of no effect before it is negotiated; failures end silently.
    void encode(const RTCRtpEncodingParameters& parameters);
    /// The codec to come first from the next negotiation on, by its MIME type; empty, or one that
    /// this browser does not know: in the browser's own order. Fails where the browser cannot.
    std::expected<void, DomError> prefer_codec(const std::string& mime_type);

    friend bool operator==(const RTCRtpTransceiver& a, const RTCRtpTransceiver& b) {
        return a.transceiver_.strictlyEquals(b.transceiver_);
    }

private:
    /// https://www.w3.org/TR/webrtc/#dom-rtcrtpsynchronizationsource, by SSRC; there is one.
    [[nodiscard]] std::optional<val> newest_source() const;

    val transceiver_;
};

/// https://www.w3.org/TR/webrtc/#rtcpeerconnection-interface
class RTCPeerConnection {
public:
    struct Handlers {
        std::function<void()> on_negotiation_needed;
        /// No value: no more of them.
        std::function<void(std::optional<RTCIceCandidateInit> candidate)> on_ice_candidate;
        /// With the words of https://www.w3.org/TR/webrtc/#rtcpeerconnectionstate-enum and of
        /// https://www.w3.org/TR/webrtc/#rtciceconnectionstate-enum, as both are now.
        std::function<void(const std::string& state, const std::string& ice_state)>
            on_connection_state;
        std::function<void(MediaStreamTrack track, RTCRtpTransceiver transceiver)> on_track;
        std::function<void(val channel)> on_data_channel;
        /// An ICE server did not answer, or not as it should; may be empty. Not in every browser.
        std::function<void()> on_ice_candidate_error = {};
    };

    using OnDone = std::function<void()>;
    using OnError = std::function<void(const DomError& error)>;

    [[nodiscard]] static bool is_supported();

    /// Fails where an address of an ICE server is none, and where browsers know no WebRTC.
    [[nodiscard]] static std::expected<RTCPeerConnection, DomError> create(
        const std::vector<RTCIceServer>& ice_servers,
        IceTransportPolicy policy = IceTransportPolicy::all);
    /// Calls no handler any more, and closes. Whoever waits for a description is not told.
    ~RTCPeerConnection();

    RTCPeerConnection(const RTCPeerConnection&) = delete;
    RTCPeerConnection& operator=(const RTCPeerConnection&) = delete;
    RTCPeerConnection(RTCPeerConnection&& other) noexcept = default;
    RTCPeerConnection& operator=(RTCPeerConnection&& other) noexcept;

    /// Call it before anything else, or events are missed.
    void listen(Handlers handlers);

    /// Ordered and reliable. Fails once the connection is closed.
    [[nodiscard]] std::expected<val, DomError> create_data_channel(const char* label);
    /// The same, where both sides make it with the same number (0 to 1023) by themselves.
    [[nodiscard]] std::expected<val, DomError> create_data_channel(const char* label, int id);

    /// Sends the track: by a transceiver that has none yet, or by a new one.
    std::expected<void, DomError> add_track(const MediaStreamTrack& track,
                                            const MediaStream& stream);
    /// Takes what the other side sends, and can send later by `replace_track`.
    std::expected<void, DomError> add_transceiver(TrackKind kind, const MediaStream& stream);
    /// A new one with this track.
    std::expected<RTCRtpTransceiver, DomError> add_transceiver(const MediaStreamTrack& track,
                                                               const MediaStream& stream,
                                                               Direction direction);
    [[nodiscard]] std::vector<RTCRtpTransceiver> transceivers() const;

    /// Without an argument: an offer or an answer, as the signalling state wants it.
    void set_local_description(OnDone on_done, OnError on_error);
    void set_remote_description(const RTCSessionDescriptionInit& description, OnDone on_done,
                                OnError on_error);
    /// No value: no more of them.
    void add_ice_candidate(const std::optional<RTCIceCandidateInit>& candidate, OnError on_error);

    /// With the candidates gathered so far. No value before one was set.
    [[nodiscard]] std::optional<RTCSessionDescriptionInit> local_description() const;

    void restart_ice();

    /// For what is gathered from now on; the rest of the configuration stays. Fails once the
    /// connection is closed.
    std::expected<void, DomError> set_ice_transport_policy(IceTransportPolicy policy);

    /// The ICE servers for what is gathered from now on; the rest of the configuration stays. Fails
    /// where an address is none, and once the connection is closed.
    std::expected<void, DomError> set_ice_servers(const std::vector<RTCIceServer>& servers);

    void get_stats(std::function<void(const RTCStatsReport& report)> on_report, OnError on_error);

private:
    explicit RTCPeerConnection(val connection) : connection_(std::move(connection)) {}

    val connection_;
    std::array<Listener, 6> listeners_;
};

}  // namespace malgil::web
