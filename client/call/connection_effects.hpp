#pragma once

#include "client/call/codecs.hpp"
#include "client/call/ids.hpp"
#include "client/call/video_encoding.hpp"
#include "server/protocol/messages.hpp"
#include "server/protocol/session_description.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the call core wants done with its RTCPeerConnections.
namespace malgil::call {

/// Creates an RTCPeerConnection that sends the own tracks (now, and those that come later) and
/// takes audio and video even where there are none to send.
struct OpenConnection {
    ConnectionId connection;
    UserId user;
    std::vector<protocol::IceServer> ice_servers;
    /// Whether this side brings the data channel `chat` and the transceivers into the offer; the
    /// other side finds them there. → NegotiationNeeded when true.
    bool offers;
    /// Whether the peer knows more than the tutorial: it takes a screen as a track of its own, and
    /// has the data channel `state`.
    bool extended = true;
    /// Only by a relay: https://www.w3.org/TR/webrtc/#rtcicetransportpolicy-enum
    bool relay_only = false;
    friend bool operator==(const OpenConnection&, const OpenConnection&) = default;
};

/// After this nothing comes from the connection any more; its video element goes.
struct CloseConnection {
    ConnectionId connection;
    friend bool operator==(const CloseConnection&, const CloseConnection&) = default;
};

/// `setLocalDescription()` without an argument: an offer or an answer, as the state wants it.
/// → LocalDescriptionSet or DescriptionFailed.
struct SetLocalDescription {
    ConnectionId connection;
    friend bool operator==(const SetLocalDescription&, const SetLocalDescription&) = default;
};

/// An offer over an own pending offer rolls that back. → RemoteDescriptionSet or DescriptionFailed.
struct SetRemoteDescription {
    ConnectionId connection;
    protocol::SessionDescription description;
    friend bool operator==(const SetRemoteDescription&, const SetRemoteDescription&) = default;
};

/// Failures are only logged: a candidate for an ignored offer is expected to fail.
struct AddIceCandidate {
    ConnectionId connection;
    std::optional<protocol::IceCandidate> candidate;
    friend bool operator==(const AddIceCandidate&, const AddIceCandidate&) = default;
};

/// → LocalDescriptionRead with the candidates gathered so far, for a peer that cannot trickle.
struct ReadLocalDescription {
    ConnectionId connection;
    friend bool operator==(const ReadLocalDescription&, const ReadLocalDescription&) = default;
};

/// The ICE servers for what is gathered from now on: by an ICE restart. What was gathered before
/// stays, and goes on.
struct UseIceServers {
    ConnectionId connection;
    std::vector<protocol::IceServer> ice_servers;
    friend bool operator==(const UseIceServers&, const UseIceServers&) = default;
};

/// → PathRead, of a connection that is connected.
struct ReadPath {
    ConnectionId connection;
    friend bool operator==(const ReadPath&, const ReadPath&) = default;
};

/// What is gathered from now on, by an ICE restart, is of a relay only, or of every kind again.
struct UseRelayOnly {
    ConnectionId connection;
    bool relay_only;
    friend bool operator==(const UseRelayOnly&, const UseRelayOnly&) = default;
};

struct RestartIce {
    ConnectionId connection;
    friend bool operator==(const RestartIce&, const RestartIce&) = default;
};

enum class VideoSource { camera, screen };

/// From now on one's video goes to that peer like this. Of no effect where none is sent.
struct EncodeVideo {
    ConnectionId connection;
    VideoSource source = VideoSource::camera;
    VideoEncoding encoding;
    friend bool operator==(const EncodeVideo&, const EncodeVideo&) = default;
};

/// Whether the peer's camera is to be seen: a picture that stands still is not kept.
struct ShowCamera {
    ConnectionId connection;
    bool on;
    friend bool operator==(const ShowCamera&, const ShowCamera&) = default;
};

/// From the next negotiation on, which the core begins itself: the codecs to come first where this
/// side has the word. Also for what the connection has yet to bring.
struct PreferCodecs {
    ConnectionId connection;
    VideoCodec video = VideoCodec::automatic;
    AudioCodec audio = AudioCodec::automatic;
    friend bool operator==(const PreferCodecs&, const PreferCodecs&) = default;
};

/// `getStats()`. → ConnectionMeasured, unless the browser cannot.
struct MeasureConnection {
    ConnectionId connection;
    friend bool operator==(const MeasureConnection&, const MeasureConnection&) = default;
};

/// On the data channel `chat`, which is open.
struct SendOnChannel {
    ConnectionId connection;
    std::string data;
    friend bool operator==(const SendOnChannel&, const SendOnChannel&) = default;
};

/// On the data channel `state`, which opens with the connection: what is sent before waits. Both
/// sides make it by themselves, so that a peer which knows nothing of it sees nothing of it.
struct SendState {
    ConnectionId connection;
    std::string data;
    friend bool operator==(const SendState&, const SendState&) = default;
};

}  // namespace malgil::call
