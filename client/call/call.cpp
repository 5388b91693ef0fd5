#include "client/call/call.hpp"

#include "client/call/handlers.hpp"
#include "client/call/measuring.hpp"
#include "client/call/presence.hpp"
#include "client/call/speech.hpp"
#include "client/call/turn.hpp"
#include "client/call/video_encoding.hpp"

#include <utility>
#include <variant>

namespace malgil::call {

Effects update(State& state, const Event& event, const Moment& moment) {
    Turn turn{.moment = moment, .last_id = state.last_id, .timers = state.timers, .effects = {}};
    state.unseen = false;
    std::visit([&](const auto& each) { handle(state, turn, each); }, event);
    tell_presence(state, turn);
    watch_muted_speech(state, turn);
    shape_videos(state, turn);
    keep_measuring(state, turn);
    return std::move(turn.effects);
}

}  // namespace malgil::call
