#include "client/call/membership.hpp"

#include "client/call/notices.hpp"
#include "client/call/roster.hpp"

#include <array>
#include <string>
#include <utility>

namespace malgil::call {
namespace {

constexpr std::array refusals{NoticeKind::user_id_taken, NoticeKind::channel_full,
                              NoticeKind::server_full, NoticeKind::server_refused};

constexpr std::array about_the_call{
    NoticeKind::server_away,       NoticeKind::server_back,
    NoticeKind::playback_blocked,  NoticeKind::peer_joined,
    NoticeKind::peer_left,         NoticeKind::peer_unreachable,
    NoticeKind::call_heavy,        NoticeKind::hand_raised,
    NoticeKind::muted_speech,      NoticeKind::screen_not_shared,
    NoticeKind::screen_failed,     NoticeKind::screen_ended,
    NoticeKind::statistics_copied, NoticeKind::statistics_not_copied,
    NoticeKind::no_relay,
};

void show_refusal(State& state, Turn& turn, const protocol::Error& error) {
    switch (error.code) {
        case protocol::ErrorCode::user_id_taken:
            show(state.notices, turn, NoticeKind::user_id_taken, state.user);
            break;
        case protocol::ErrorCode::channel_full:
            show(state.notices, turn, NoticeKind::channel_full, state.channel);
            break;
        case protocol::ErrorCode::server_full:
            show(state.notices, turn, NoticeKind::server_full);
            break;
        default:
            show(state.notices, turn, NoticeKind::server_refused, error.message);
    }
}

/// Whether it is too early to say that the user ID is taken.
bool may_be_our_own(State& state, const Turn& turn, const protocol::Error& error) {
    if (error.code != protocol::ErrorCode::user_id_taken)
        return false;
    if (!state.taken_since)
        state.taken_since = turn.moment.now;
    return turn.moment.now - *state.taken_since < taken_patience;
}

}  // namespace

void begin_call(State& state, Turn& turn, UserId user, protocol::ChannelName channel,
                std::optional<std::string> token) {
    withdraw_refusals(state, turn);
    state.user = user.str();
    state.channel = channel.str();
    state.phase = Phase::calling;
    state.media.show_meter(turn, state.settings_shown);
    if (state.settings.push_to_talk)
        state.media.mute(turn);
    protocol::Join join{.channel = std::move(channel),
                        .user = std::move(user),
                        .protocol = protocol::protocol_version,
                        .resume = std::move(token)};
    state.signaling.start(turn, std::move(join));
}

void enter_call(State& state, Turn& turn) {
    if (state.signaling.failures > 0) {
        withdraw(state.notices, turn, NoticeKind::server_away);
        show(state.notices, turn, NoticeKind::server_back);
    }
    withdraw_refusals(state, turn);
    state.taken_since.reset();
    state.signaling.joined(turn);
    if (state.phase == Phase::in_call)
        return;
    state.phase = Phase::in_call;
    state.started = turn.moment.wall;
}

void server_lost(State& state, Turn& turn, bool socket_closed) {
    if (socket_closed)
        state.signaling.lost(turn);
    else
        state.signaling.give_up(turn);
    nobody_is_present(state);
    // Once for each outage, so that it can be put away.
    if (state.signaling.failures == 1)
        show(state.notices, turn, NoticeKind::server_away);
}

void nobody_is_present(State& state) {
    for (auto& peer : state.roster)
        peer.present = false;
}

void join_refused(State& state, Turn& turn, const protocol::Error& error) {
    if (error.code == protocol::ErrorCode::shutting_down) {
        server_lost(state, turn, false);
    } else if (state.phase == Phase::in_call) {
        if (!may_be_our_own(state, turn, error))
            show_refusal(state, turn, error);
        server_lost(state, turn, false);
    } else {
        leave_call(state, turn);
        show_refusal(state, turn, error);
    }
}

void leave_call(State& state, Turn& turn, bool for_good) {
    if (for_good)
        turn.emit(ForgetPlace{});
    clear_roster(state, turn);
    state.signaling.stop(turn);
    state.chat = {};
    state.screen.stop(turn);
    state.hand = false;
    state.muted_speech = {};
    turn.stop(SizesDue{});
    state.watches_statistics = false;
    state.reaction.reset();
    turn.stop(ReactionOver{std::nullopt});
    for (const auto kind : about_the_call)
        withdraw(state.notices, turn, kind);
    withdraw_refusals(state, turn);
    state.taken_since.reset();
    state.playback_blocked = false;
    state.started = Milliseconds{0};
    state.phase = Phase::lobby;
    state.media.show_meter(turn, true);
}

void withdraw_refusals(State& state, Turn& turn) {
    for (const auto kind : refusals)
        withdraw(state.notices, turn, kind);
}

}  // namespace malgil::call
