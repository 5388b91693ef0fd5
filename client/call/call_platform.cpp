#include "client/call/capture_notices.hpp"
#include "client/call/devices.hpp"
#include "client/call/handlers.hpp"
#include "client/call/ice_restart.hpp"
#include "client/call/ice_servers.hpp"
#include "client/call/measuring.hpp"
#include "client/call/membership.hpp"
#include "client/call/notices.hpp"
#include "client/call/repair.hpp"
#include "client/call/roster.hpp"
#include "client/call/sizes.hpp"
#include "client/call/speech.hpp"

#include <variant>

namespace malgil::call {
namespace {

void time_is_up(State& state, Turn& turn, AttemptOverdue /*timer*/) {
    server_lost(state, turn, false);
}

void time_is_up(State& state, Turn& turn, CountDown /*timer*/) {
    state.signaling.count_down(turn);
}

void time_is_up(State& state, Turn& turn, NoticeOver timer) {
    dismiss(state.notices, turn, timer.notice);
}

void time_is_up(State& state, Turn& turn, const PeerOverdue& timer) {
    if (auto* const peer = state.find_peer(timer.user))
        peer_overdue(state, turn, *peer);
}

void time_is_up(State& state, Turn& turn, const PathDue& timer) {
    if (const auto* const peer = state.find_peer(timer.user))
        check_path(turn, *peer);
}

void time_is_up(State& state, Turn& turn, const RestartDue& timer) {
    if (auto* const peer = state.find_peer(timer.user))
        restart_soon(state, turn, *peer);
}

void time_is_up(State& state, Turn& turn, DescriptionDue timer) {
    if (auto* const peer = state.find_peer(timer.connection))
        perform(state, turn, *peer, peer->negotiation.candidates_overdue());
}

void time_is_up(State& state, Turn& turn, CameraCloses /*timer*/) {
    state.media.close_camera(turn);
}

void time_is_up(State& state, Turn& turn, SizesDue /*timer*/) {
    tell_sizes(state, turn);
}

void time_is_up(State& state, Turn& turn, CheckOverdue /*timer*/) {
    state.check.overdue(turn);
}

void time_is_up(State& state, Turn& /*turn*/, const ReactionOver& timer) {
    if (!timer.user)
        state.reaction.reset();
    else if (auto* const peer = state.find_peer(*timer.user))
        peer->reaction.reset();
}

void time_is_up(State& state, Turn& turn, MeasureDue /*timer*/) {
    measure_all(state, turn);
    state.unseen = true;
}

void come_back(State& state, Turn& turn, const Place& place) {
    auto user = UserId::parse(place.user);
    auto channel = ChannelName::parse(place.channel);
    if (user && channel)
        begin_call(state, turn, *std::move(user), *std::move(channel), place.token);
}

}  // namespace

void handle(State& state, Turn& turn, const Started& event) {
    state.has_webrtc = event.has_webrtc;
    state.language = event.language;
    state.user = event.user;
    state.channel = event.channel;
    state.settings = event.settings;
    state.can_share_screen = event.can_share_screen;
    state.codecs = event.codecs;
    state.user_agent = event.user_agent;
    state.devices.can_choose_speaker = event.can_choose_speaker;
    renew_wishes(state);
    if (!event.has_webrtc)
        show(state.notices, turn, NoticeKind::no_webrtc);
    state.media.show_meter(turn, true);
    state.media.open(turn);
    if (event.place && event.has_webrtc)
        come_back(state, turn, *event.place);
}

void handle(State& state, Turn& turn, const PageHidden& /*event*/) {
    // Others see at once that this one leaves.
    if (state.phase != Phase::lobby)
        leave_call(state, turn, false);
}

void handle(State& state, Turn& turn, const TimerFired& event) {
    if (const auto purpose = state.timers.remove(event.timer))
        std::visit([&](const auto& timer) { time_is_up(state, turn, timer); }, *purpose);
}

void handle(State& state, Turn& turn, const NetworkCameBack& /*event*/) {
    state.signaling.retry(turn);
    repair_all(state, turn);
}

void handle(State& state, Turn& turn, const NetworkChanged& /*event*/) {
    state.signaling.retry_anew(turn);
    restart_all(state, turn);
}

void handle(State& state, Turn& turn, const CaptureEnded& event) {
    if (!state.media.ended(turn, event))
        return;
    show_capture_notices(state.notices, turn, state.media);
    tell_replacements(state, turn);
}

void handle(State& state, Turn& turn, const DeviceLost& event) {
    if (state.media.lost(turn, event))
        device_lost(state, turn, event.device);
}

void handle(State& state, Turn& turn, const DeviceAdjusted& event) {
    device_adjusted(state, turn, event);
}

void handle(State& state, Turn& turn, const DevicesChanged& event) {
    devices_changed(state, turn, event.devices);
}

void handle(State& state, Turn& turn, const SpeakerFailed& event) {
    speaker_failed(state, turn, event.id);
}

void handle(State& state, Turn& turn, const IceProbed& event) {
    state.check.probed(turn, event);
}

void handle(State& state, Turn& turn, const MicrophoneLevel& event) {
    state.media.level_measured(event.level);
    muted_speech(state, turn, event.level);
}

void handle(State& state, Turn& turn, const VoicesMeasured& event) {
    voices_measured(state, turn, event);
}

void handle(State& state, Turn& turn, const VideosShown& event) {
    videos_shown(state, turn, event);
}

void handle(State& state, Turn& turn, const ScreenOpened& event) {
    if (!event.error) {
        // It came too late for anybody to see it.
        if (!state.screen.opened(event.capture))
            turn.emit(CloseScreen{event.capture});
    } else if (state.screen.failed(event.capture)) {
        show(state.notices, turn,
             *event.error == ScreenError::refused ? NoticeKind::screen_not_shared
                                                  : NoticeKind::screen_failed);
    }
}

void handle(State& state, Turn& turn, const ScreenLost& event) {
    if (state.screen.lost(event.capture))
        show(state.notices, turn, NoticeKind::screen_ended);
}

void handle(State& state, Turn& turn, const PlaybackBlocked& /*event*/) {
    if (state.phase != Phase::in_call || state.playback_blocked)
        return;
    state.playback_blocked = true;
    show(state.notices, turn, NoticeKind::playback_blocked);
}

void handle(State& state, Turn& turn, const PlaybackStarted& /*event*/) {
    state.playback_blocked = false;
    withdraw(state.notices, turn, NoticeKind::playback_blocked);
}

}  // namespace malgil::call
