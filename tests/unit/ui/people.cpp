#include "people.hpp"

namespace malgil::test {

call::UserId user(std::string_view name) {
    return *call::UserId::parse(std::string(name));
}

call::Peer peer(std::string_view name) {
    call::Peer peer{.user = user(name)};
    peer.protocol = 1;
    peer.state = call::ConnectionState::connected;
    peer.sends_audio = true;
    peer.sends_video = true;
    peer.channel_open = true;
    return peer;
}

call::State in_lobby() {
    call::State state;
    state.media.camera.capture = call::Capture::live;
    state.media.microphone.capture = call::Capture::live;
    return state;
}

call::State in_call(const std::vector<std::string>& peers) {
    call::State state = in_lobby();
    state.phase = call::Phase::in_call;
    state.user = "alice";
    state.channel = "standup";
    for (const std::string& name : peers)
        state.roster.push_back(peer(name));
    return state;
}

call::ChatMessage message(std::string_view from, std::string_view text, call::Milliseconds at) {
    call::ChatMessage message;
    if (!from.empty())
        message.from = user(from);
    message.text = text;
    message.at = at;
    return message;
}

void give_notice(call::State& state, call::NoticeKind kind, call::Severity severity,
                 std::string_view detail) {
    state.notices.push_back({.id = {.value = ++state.last_id},
                             .kind = kind,
                             .severity = severity,
                             .detail = std::string(detail)});
}

std::vector<call::NoticeKind> notice_kinds() {
    std::vector<call::NoticeKind> kinds;
    for (int kind = 0; kind <= static_cast<int>(call::NoticeKind::statistics_not_copied); ++kind)
        kinds.push_back(static_cast<call::NoticeKind>(kind));
    return kinds;
}

std::string longest_name() {
    std::string name;
    for (std::size_t i = 0; i < protocol::max_name_characters; ++i)
        name += "漢";
    return name;
}

}  // namespace malgil::test
