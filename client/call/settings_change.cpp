#include "client/call/settings_change.hpp"

#include "client/call/codecs.hpp"
#include "client/call/devices.hpp"
#include "client/call/relay_choice.hpp"
#include "client/call/state.hpp"
#include "client/call/turn.hpp"

#include <utility>

namespace malgil::call {

void change_settings(State& state, Turn& turn, const Settings& settings) {
    if (state.settings == settings)
        return;
    const Settings before = std::exchange(state.settings, settings);
    turn.emit(RememberSettings{state.settings});
    if (state.settings.push_to_talk && !before.push_to_talk)
        state.media.mute(turn);
    apply_device_settings(state, turn, before);
    if (before.relay_only != state.settings.relay_only)
        apply_relay_choice(state, turn);
    if (state.settings.video_codec != before.video_codec ||
        state.settings.audio_codec != before.audio_codec)
        codecs_changed(state, turn);
}

}  // namespace malgil::call
