#include "server/protocol/session_description.hpp"

#include "server/protocol/json.hpp"

#include <array>
#include <limits>
#include <utility>

namespace malgil::protocol {
namespace {

constexpr std::array<std::pair<SdpType, std::string_view>, 4> sdp_types{{
    {SdpType::offer, "offer"},
    {SdpType::pranswer, "pranswer"},
    {SdpType::answer, "answer"},
    {SdpType::rollback, "rollback"},
}};

/// An optional string member: absent and null are alike, as in WebIDL's nullable members.
std::expected<std::optional<std::string>, std::string> read_optional_text(const Json& json,
                                                                          std::string_view key) {
    const Json* value = find(json, key);
    if (value == nullptr || value->is_null())
        return std::nullopt;
    if (const auto* text = value->get_ptr<const std::string*>())
        return *text;
    return std::unexpected(std::string(key) + " is not a string");
}

std::expected<std::optional<int>, std::string> read_line_index(const Json& json) {
    const Json* value = find(json, "sdpMLineIndex");
    if (value == nullptr || value->is_null())
        return std::nullopt;
    static constexpr long long largest = std::numeric_limits<unsigned short>::max();
    const long long index = integer_or(json, "sdpMLineIndex", 0, largest, -1);
    if (index < 0)
        return std::unexpected("sdpMLineIndex is not a number from 0 to 65535");
    return static_cast<int>(index);
}

/// Of the first line that begins like that, without its end; empty where there is none.
std::string_view rest_of_line(std::string_view sdp, std::string_view beginning) {
    while (!sdp.empty()) {
        const auto end = sdp.find('\n');
        std::string_view line = sdp.substr(0, end);
        sdp.remove_prefix(end == std::string_view::npos ? sdp.size() : end + 1);
        if (!line.starts_with(beginning))
            continue;
        line.remove_prefix(beginning.size());
        return line.substr(0, line.find('\r'));
    }
    return {};
}

}  // namespace

RawJson to_json(const SessionDescription& description) {
    RawJson json{R"({"type":")"};
    for (const auto& [type, word] : sdp_types)
        if (type == description.type)
            json.text += word;
    json.text += '"';
    append_key(json.text, "sdp");
    append_quoted(json.text, description.sdp);
    json.text += '}';
    return json;
}

RawJson to_json(const std::optional<IceCandidate>& candidate) {
    if (!candidate)
        return {"null"};
    RawJson json{"{"};
    append_key(json.text, "candidate");
    append_quoted(json.text, candidate->candidate);
    if (candidate->sdp_mid) {
        append_key(json.text, "sdpMid");
        append_quoted(json.text, *candidate->sdp_mid);
    }
    if (candidate->sdp_m_line_index) {
        append_key(json.text, "sdpMLineIndex");
        json.text += std::to_string(*candidate->sdp_m_line_index);
    }
    if (candidate->username_fragment) {
        append_key(json.text, "usernameFragment");
        append_quoted(json.text, *candidate->username_fragment);
    }
    json.text += '}';
    return json;
}

std::expected<SessionDescription, std::string> parse_session_description(const RawJson& json) {
    const Json parsed = parse_json(json.text);
    const std::string* word = find_string(parsed, "type");
    if (word == nullptr)
        return std::unexpected("the description has no type");
    auto sdp = read_optional_text(parsed, "sdp");
    if (!sdp)
        return std::unexpected(std::move(sdp.error()));
    for (const auto& [type, known] : sdp_types)
        if (*word == known)
            return SessionDescription{.type = type, .sdp = std::move(*sdp).value_or("")};
    return std::unexpected("the description has a type that is not known");
}

std::expected<std::optional<IceCandidate>, std::string> parse_ice_candidate(const RawJson& json) {
    const Json parsed = parse_json(json.text);
    if (parsed.is_null())
        return std::nullopt;
    if (!parsed.is_object())
        return std::unexpected("the candidate is neither an object nor null");
    auto candidate = read_optional_text(parsed, "candidate");
    if (!candidate)
        return std::unexpected(std::move(candidate.error()));
    auto mid = read_optional_text(parsed, "sdpMid");
    if (!mid)
        return std::unexpected(std::move(mid.error()));
    auto index = read_line_index(parsed);
    if (!index)
        return std::unexpected(std::move(index.error()));
    auto fragment = read_optional_text(parsed, "usernameFragment");
    if (!fragment)
        return std::unexpected(std::move(fragment.error()));
    return IceCandidate{.candidate = std::move(*candidate).value_or(""),
                        .sdp_mid = std::move(*mid),
                        .sdp_m_line_index = *index,
                        .username_fragment = std::move(*fragment)};
}

std::string_view session_id(std::string_view sdp) {
    // o=<username> <sess-id> <sess-version> …
    std::string_view line = rest_of_line(sdp, "o=");
    const auto space = line.find(' ');
    if (space == std::string_view::npos)
        return {};
    line.remove_prefix(space + 1);
    return line.substr(0, line.find(' '));
}

std::string_view user_name(std::string_view sdp) {
    const std::string_view line = rest_of_line(sdp, "o=");
    return line.substr(0, line.find(' '));
}

std::string_view ice_fragment(std::string_view sdp) {
    return rest_of_line(sdp, "a=ice-ufrag:");
}

}  // namespace malgil::protocol
