#pragma once

#include "client/call/ids.hpp"
#include "client/call/measurement.hpp"
#include "server/protocol/messages.hpp"
#include "server/protocol/session_description.hpp"

#include <cstdint>
#include <optional>
#include <string>

/// What comes in to the call core from its RTCPeerConnections.
namespace malgil::call {

/// https://www.w3.org/TR/webrtc/#event-negotiation
struct NegotiationNeeded {
    ConnectionId connection;
};

/// SetLocalDescription succeeded; the description as `localDescription` has it now.
struct LocalDescriptionSet {
    ConnectionId connection;
    protocol::SessionDescription description;
};

struct RemoteDescriptionSet {
    ConnectionId connection;
};

/// SetLocalDescription or SetRemoteDescription was rejected.
struct DescriptionFailed {
    ConnectionId connection;
    std::string reason;  // for the log
};

/// `std::nullopt`: no more candidates.
struct IceCandidateFound {
    ConnectionId connection;
    std::optional<protocol::IceCandidate> candidate;
};

/// The answer to ReadLocalDescription.
struct LocalDescriptionRead {
    ConnectionId connection;
    protocol::SessionDescription description;
};

/// https://www.w3.org/TR/webrtc/#rtcpeerconnectionstate-enum
enum class ConnectionState { new_, connecting, connected, disconnected, failed, closed };

[[nodiscard]] constexpr bool is_broken(ConnectionState state) {
    return state == ConnectionState::disconnected || state == ConnectionState::failed ||
           state == ConnectionState::closed;
}

struct ConnectionStateChanged {
    ConnectionId connection;
    ConnectionState state;
    /// Of `failed`: DTLS has, while ICE has not. Firefox does so where a packet cannot leave
    /// because the address has gone; no ICE restart mends it.
    bool by_dtls = false;
};

/// The answer to ReadPath.
struct PathRead {
    ConnectionId connection;
    /// What this side sends leaves by a TURN server of its own.
    bool relayed = false;
    /// The other side nominates the pair in use (RFC 8445 §6.1.1). False where the browser does not
    /// say.
    bool controlled = false;
};

/// Comes about every 750 ms while it is connected or disconnected. The count is greater than the
/// last where sound or picture has arrived meanwhile.
struct MediaArrived {
    ConnectionId connection;
    std::uint64_t count;
};

/// What arrives of a peer now: muted or absent tracks count as none.
struct RemoteTracksChanged {
    ConnectionId connection;
    bool audio = false;
    bool video = false;
    bool screen = false;
    bool screen_audio = false;
};

/// The answer to MeasureConnection.
struct ConnectionMeasured {
    ConnectionId connection;
    Measurement measurement;
};

// ---- the data channel `chat` --------------------------------------------------------------------

struct ChannelOpened {
    ConnectionId connection;
};

struct ChannelClosed {
    ConnectionId connection;
};

struct ChannelMessage {
    ConnectionId connection;
    std::string data;
};

/// On the data channel `state`.
struct StateMessage {
    ConnectionId connection;
    std::string data;
};

}  // namespace malgil::call
