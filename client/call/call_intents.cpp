#include "client/call/codecs.hpp"
#include "client/call/connection_check.hpp"
#include "client/call/handlers.hpp"
#include "client/call/measuring.hpp"
#include "client/call/membership.hpp"
#include "client/call/notices.hpp"
#include "client/call/settings_change.hpp"
#include "client/call/statistics_json.hpp"
#include "client/call/text.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace malgil::call {
namespace {

void remember(const State& state, Turn& turn) {
    turn.emit(Remember{.user = state.user, .channel = state.channel, .language = state.language});
}

void carry_out(State& state, Turn& turn, const Call& intent) {
    if (state.phase != Phase::lobby)
        return;
    auto user = UserId::parse(std::string(trim(intent.user)));
    auto channel = ChannelName::parse(std::string(trim(intent.channel)));
    state.form_errors = {};
    if (!user)
        state.form_errors.user = user.error();
    if (!channel)
        state.form_errors.channel = channel.error();
    if (!user || !channel)
        return;

    state.user = user->str();
    state.channel = channel->str();
    remember(state, turn);
    if (!state.has_webrtc) {
        show(state.notices, turn, NoticeKind::no_webrtc);
        return;
    }
    begin_call(state, turn, *std::move(user), *std::move(channel));
}

void carry_out(State& state, Turn& turn, HangUp /*intent*/) {
    if (state.phase != Phase::lobby)
        leave_call(state, turn);
}

void carry_out(State& state, Turn& turn, ToggleDevice intent) {
    state.media.toggle(turn, intent.device);
}

void carry_out(State& state, Turn& turn, Talk intent) {
    state.media.talk(turn, intent.on);
}

void carry_out(State& state, Turn& turn, RetryCapture /*intent*/) {
    state.media.open(turn);
}

void carry_out(State& state, Turn& turn, const SendText& intent) {
    std::vector<ChatPeer> peers;
    for (const auto& peer : state.roster)
        if (peer.takes_texts())
            peers.push_back(peer.chat_peer());
    state.chat.send(turn, intent.text, peers);
}

void carry_out(State& state, Turn& turn, RetryNow /*intent*/) {
    state.signaling.retry(turn);
}

void carry_out(State& /*state*/, Turn& turn, StartPlayback /*intent*/) {
    turn.emit(PlayRemoteMedia{});
}

void carry_out(State& state, Turn& turn, DismissNotice intent) {
    dismiss(state.notices, turn, intent.notice);
}

void carry_out(State& state, Turn& turn, ChooseLanguage intent) {
    state.language = intent.language;
    remember(state, turn);
}

void carry_out(State& state, Turn& turn, ToggleScreen /*intent*/) {
    if (state.phase != Phase::in_call)
        return;
    for (const auto kind :
         {NoticeKind::screen_not_shared, NoticeKind::screen_failed, NoticeKind::screen_ended})
        withdraw(state.notices, turn, kind);
    state.screen.toggle(turn);
}

void carry_out(State& state, Turn& /*turn*/, ToggleHand /*intent*/) {
    state.hand = state.phase == Phase::in_call && !state.hand;
}

void carry_out(State& state, Turn& turn, React intent) {
    if (state.phase == Phase::in_call)
        react(state, turn, intent.reaction);
}

void carry_out(State& state, Turn& turn, const ChangeSettings& intent) {
    change_settings(state, turn, intent.settings);
}

void carry_out(State& state, Turn& turn, WatchStatistics intent) {
    watch(state, turn, intent.on);
}

void carry_out(State& state, Turn& turn, CopyStatistics /*intent*/) {
    turn.emit(CopyText{write_statistics(state, turn.moment)});
}

void carry_out(State& state, Turn& turn, ShowMeter intent) {
    state.settings_shown = intent.shown;
    state.media.show_meter(turn, intent.shown || state.phase == Phase::lobby);
}

void carry_out(State& state, Turn& turn, PlayTestTone /*intent*/) {
    turn.emit(PlayTone{state.devices.speaker});
}

void carry_out(State& state, Turn& turn, CheckConnection /*intent*/) {
    check_connection(state, turn);
}

}  // namespace

void handle(State& state, Turn& turn, const Intent& event) {
    std::visit([&](const auto& intent) { carry_out(state, turn, intent); }, event);
}

}  // namespace malgil::call
