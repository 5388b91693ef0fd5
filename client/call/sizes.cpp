#include "client/call/sizes.hpp"

#include "client/call/state.hpp"
#include "client/call/state_codec.hpp"
#include "client/call/turn.hpp"

#include <optional>

namespace malgil::call {
namespace {

/// While a window is resized, not each step is worth a message.
constexpr Milliseconds resizing{300};

/// No value where no view has had the peer yet: nothing is known of what it will show.
std::optional<Sizes> sizes_of(const VideosShown& shown, const UserId& user) {
    std::optional<Sizes> found;
    for (const auto& video : shown.videos) {
        if (video.user != user)
            continue;
        auto& sizes = found ? *found : found.emplace();
        (video.screen ? sizes.screen : sizes.camera) = video.height;
    }
    return found;
}

}  // namespace

void videos_shown(State& state, Turn& turn, const VideosShown& event) {
    state.shown = event;
    if (state.phase == Phase::in_call && !state.timers.runs(SizesDue{}))
        turn.start(SizesDue{}, resizing);
}

void tell_sizes(State& state, Turn& turn) {
    for (auto& peer : state.roster) {
        if (!peer.channel_open || peer.protocol == 0)
            continue;
        const auto sizes = sizes_of(state.shown, peer.user);
        if (!sizes || peer.told_sizes == sizes)
            continue;
        peer.told_sizes = sizes;
        turn.emit(SendState{.connection = peer.connection, .data = state_codec::write(*sizes)});
    }
}

}  // namespace malgil::call
