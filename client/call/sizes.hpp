#pragma once

namespace malgil::call {

struct State;
struct Turn;
struct VideosShown;

/// How high somebody's pictures are shown, in pixels of the device. 0: a camera is not shown; of a
/// screen, that nothing is known yet.
struct Sizes {
    int camera = 0;
    int screen = 0;

    friend bool operator==(const Sizes&, const Sizes&) = default;
};

void videos_shown(State& state, Turn& turn, const VideosShown& event);

/// Tells each peer at which size its pictures are shown, where that is not what it knows.
void tell_sizes(State& state, Turn& turn);

}  // namespace malgil::call
