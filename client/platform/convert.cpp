#include "client/platform/convert.hpp"

#include <array>
#include <utility>

namespace malgil::platform {

namespace {

using protocol::SdpType;

constexpr std::array<std::pair<std::string_view, SdpType>, 4> sdp_types{{
    {"offer", SdpType::offer},
    {"pranswer", SdpType::pranswer},
    {"answer", SdpType::answer},
    {"rollback", SdpType::rollback},
}};

constexpr std::array<std::pair<std::string_view, call::ConnectionState>, 6> connection_states{{
    {"new", call::ConnectionState::new_},
    {"connecting", call::ConnectionState::connecting},
    {"connected", call::ConnectionState::connected},
    {"disconnected", call::ConnectionState::disconnected},
    {"failed", call::ConnectionState::failed},
    {"closed", call::ConnectionState::closed},
}};

}  // namespace

web::RTCSessionDescriptionInit to_web(const protocol::SessionDescription& value) {
    for (const auto& [word, type] : sdp_types)
        if (type == value.type)
            return {.type = std::string(word), .sdp = value.sdp};
    std::unreachable();
}

web::RTCRtpEncodingParameters to_web(const call::VideoEncoding& value) {
    return {.max_bitrate = value.max_bitrate,
            .scale_resolution_by = value.scale_resolution_by,
            .max_framerate = value.max_framerate,
            .active = value.active};
}

web::RTCIceCandidateInit to_web(const protocol::IceCandidate& value) {
    return {.candidate = value.candidate,
            .sdp_mid = value.sdp_mid,
            .sdp_m_line_index = value.sdp_m_line_index,
            .username_fragment = value.username_fragment};
}

std::vector<web::RTCIceServer> to_web(const std::vector<protocol::IceServer>& values) {
    std::vector<web::RTCIceServer> result;
    result.reserve(values.size());
    for (const protocol::IceServer& value : values)
        result.push_back(
            {.urls = value.urls, .username = value.username, .credential = value.credential});
    return result;
}

protocol::SessionDescription from_web(const web::RTCSessionDescriptionInit& value) {
    for (const auto& [word, type] : sdp_types)
        if (word == value.type)
            return {.type = type, .sdp = value.sdp};
    return {.type = SdpType::offer, .sdp = value.sdp};
}

protocol::IceCandidate from_web(const web::RTCIceCandidateInit& value) {
    return {.candidate = value.candidate,
            .sdp_mid = value.sdp_mid,
            .sdp_m_line_index = value.sdp_m_line_index,
            .username_fragment = value.username_fragment};
}

std::string mime_type(call::VideoCodec codec) {
    const auto name = call::name_of(codec);
    return name.empty() ? std::string() : std::string("video/").append(name);
}

std::string mime_type(call::AudioCodec codec) {
    const auto name = call::name_of(codec);
    return name.empty() ? std::string() : std::string("audio/").append(name);
}

std::optional<call::ConnectionState> connection_state(std::string_view word) {
    for (const auto& [known, state] : connection_states)
        if (known == word)
            return state;
    return std::nullopt;
}

}  // namespace malgil::platform
