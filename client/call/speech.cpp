#include "client/call/speech.hpp"

#include "client/call/notices.hpp"
#include "client/call/state.hpp"
#include "client/call/turn.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::call {
namespace {

/// On the meter's scale: -33 dB. A quiet room is at 0.1.
constexpr float loud_level = 0.45F;
constexpr int loud_moments = 4;
constexpr Milliseconds moments_within{1500};

bool is_muted(const State& state) {
    const auto& microphone = state.media.microphone;
    return state.phase == Phase::in_call && microphone.capture == Capture::live &&
           !microphone.enabled;
}

}  // namespace

void voices_measured(State& state, Turn& turn, const VoicesMeasured& event) {
    for (auto& peer : state.roster) {
        const auto voice =
            std::ranges::find(event.voices, peer.connection, &VoicesMeasured::Voice::connection);
        if (voice != event.voices.end() && std::isfinite(voice->level) &&
            voice->level >= voice_level)
            peer.speech.heard = turn.moment.now;
        const bool speaks = peer.speech.heard > Milliseconds{0} &&
                            turn.moment.now - peer.speech.heard < speech_pause;
        if (peer.speech.is_on == speaks)
            continue;
        peer.speech.is_on = speaks;
        turn.emit(ShowSpeaking{.user = peer.user, .on = speaks});
    }
}

void muted_speech(State& state, Turn& turn, float level) {
    auto& speech = state.muted_speech;
    if (!is_muted(state) || speech.told || !(level >= loud_level))
        return;
    if (turn.moment.now - speech.since > moments_within)
        speech = {.loud = 0, .since = turn.moment.now};
    if (++speech.loud < loud_moments)
        return;
    speech.told = true;
    show(state.notices, turn, NoticeKind::muted_speech);
}

void watch_muted_speech(State& state, Turn& turn) {
    if (state.phase != Phase::in_call)
        return;
    const bool muted = is_muted(state);
    if (!muted && state.muted_speech != MutedSpeech{}) {
        state.muted_speech = {};
        withdraw(state.notices, turn, NoticeKind::muted_speech);
    }
    // Who talks by holding a key knows.
    const bool is_watched = muted && !state.muted_speech.told && !state.settings.push_to_talk;
    state.media.show_meter(turn, is_watched || state.settings_shown);
}

}  // namespace malgil::call
