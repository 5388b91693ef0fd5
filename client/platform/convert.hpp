#pragma once

#include "client/call/codecs.hpp"
#include "client/call/events.hpp"
#include "client/call/video_encoding.hpp"
#include "server/protocol/messages.hpp"
#include "server/protocol/session_description.hpp"
#include "web/rtc_peer_connection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The wire's and the core's values in the words of the browser, and back.
namespace malgil::platform {

[[nodiscard]] web::RTCRtpEncodingParameters to_web(const call::VideoEncoding& value);

[[nodiscard]] web::RTCSessionDescriptionInit to_web(const protocol::SessionDescription& value);
[[nodiscard]] web::RTCIceCandidateInit to_web(const protocol::IceCandidate& value);
[[nodiscard]] std::vector<web::RTCIceServer> to_web(const std::vector<protocol::IceServer>& values);

[[nodiscard]] protocol::SessionDescription from_web(const web::RTCSessionDescriptionInit& value);
[[nodiscard]] protocol::IceCandidate from_web(const web::RTCIceCandidateInit& value);

/// "video/VP8"; empty for `automatic`.
[[nodiscard]] std::string mime_type(call::VideoCodec codec);
[[nodiscard]] std::string mime_type(call::AudioCodec codec);

/// No value for a word of a later specification.
[[nodiscard]] std::optional<call::ConnectionState> connection_state(std::string_view word);

}  // namespace malgil::platform
