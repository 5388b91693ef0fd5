#pragma once

#include "client/call/path_limit.hpp"
#include "client/call/quality.hpp"
#include "client/call/statistics.hpp"

namespace malgil::call {

struct Peer;
struct SenderLimit;
struct State;
struct Turn;

/// What is known of the path to a peer, since its connection was made.
struct PeerPath {
    Statistics statistics;
    QualityMark mark;
    PathLimit limit;
    /// How one's video would go to it if the path were no matter.
    VideoEncoding wanted;
    /// The peer was told that this computer is too slow to send it more; samples in a row that say
    /// otherwise.
    bool told_busy = false;
    int otherwise = 0;
    /// The peer says so of its own.
    bool their_computer_is_busy = false;
};

/// A connection that has just been made finds out by itself what its path bears.
inline constexpr Milliseconds settling{10'000};

/// Has the connections measured for as long as there are any: every second while somebody looks at
/// the figures, every two seconds otherwise, and less often from the fourth connection on, for each
/// takes the browser some milliseconds. After every event.
void keep_measuring(State& state, Turn& turn);

/// The timer MeasureDue.
void measure_all(const State& state, Turn& turn);

/// Somebody looks at the figures, or no longer.
void watch(State& state, Turn& turn, bool on);

/// From a peer: whether its computer is too slow for what it sends us.
void limit_received(State& state, Peer& peer, const SenderLimit& limit);

}  // namespace malgil::call
