#pragma once

#include "server/protocol/messages.hpp"

#include <expected>
#include <optional>
#include <string>

/// The payloads of SendSignal and SignalReceived, for those that look inside: the client.
namespace malgil::protocol {

/// https://www.w3.org/TR/webrtc/#dom-rtcsdptype
enum class SdpType { offer, pranswer, answer, rollback };

/// https://www.w3.org/TR/webrtc/#dom-rtcsessiondescriptioninit
struct SessionDescription {
    SdpType type = SdpType::offer;
    std::string sdp;

    friend bool operator==(const SessionDescription&, const SessionDescription&) = default;
};

/// https://www.w3.org/TR/webrtc/#dom-rtcicecandidateinit
struct IceCandidate {
    std::string candidate;
    std::optional<std::string> sdp_mid;
    std::optional<int> sdp_m_line_index;
    std::optional<std::string> username_fragment;

    friend bool operator==(const IceCandidate&, const IceCandidate&) = default;
};

[[nodiscard]] RawJson to_json(const SessionDescription& description);
/// `std::nullopt` is the end of candidates: null.
[[nodiscard]] RawJson to_json(const std::optional<IceCandidate>& candidate);

[[nodiscard]] std::expected<SessionDescription, std::string> parse_session_description(
    const RawJson& json);
[[nodiscard]] std::expected<std::optional<IceCandidate>, std::string> parse_ice_candidate(
    const RawJson& json);

/// What tells one RTCPeerConnection of a peer from the next: the session ID of the `o=` line
/// (RFC 8866 §5.2, RFC 9429 §5.2.1). Empty where the SDP has none.
[[nodiscard]] std::string_view session_id(std::string_view sdp);

/// The first field of the `o=` line (RFC 8866 §5.2); Firefox names itself there. Empty where the
/// SDP has none.
[[nodiscard]] std::string_view user_name(std::string_view sdp);

/// What tells the ICE credentials before a restart from those after it: the first
/// `a=ice-ufrag:` (RFC 8839 §5.4, §4.4.1.1.1). Empty where the SDP has none.
[[nodiscard]] std::string_view ice_fragment(std::string_view sdp);

}  // namespace malgil::protocol
