#pragma once

#include "client/call/ids.hpp"

namespace malgil::call {

struct State;
struct Turn;
struct VoicesMeasured;

/// Whether somebody speaks: at once with the first loud moment, and until it has been quiet for
/// `speech_pause`.
struct Speech {
    bool is_on = false;
    Milliseconds heard{0};  // the last loud moment

    friend bool operator==(const Speech&, const Speech&) = default;
};

/// From this level on (0 to 1, as the browser measures sound that arrives) it is a voice.
inline constexpr float voice_level = 0.02F;
/// Between two words of one sentence.
inline constexpr Milliseconds speech_pause{700};

/// Somebody who speaks while the own microphone is off: loud several times within a short while.
struct MutedSpeech {
    int loud = 0;
    Milliseconds since{0};
    /// The person was told; not again before the microphone was on.
    bool told = false;

    friend bool operator==(const MutedSpeech&, const MutedSpeech&) = default;
};

void voices_measured(State& state, Turn& turn, const VoicesMeasured& event);

/// The level of one's own microphone, on the meter's scale.
void muted_speech(State& state, Turn& turn, float level);
/// Measures while it is of use. After every event.
void watch_muted_speech(State& state, Turn& turn);

}  // namespace malgil::call
