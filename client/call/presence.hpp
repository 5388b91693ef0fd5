#pragma once

#include "client/call/events.hpp"
#include "client/call/ids.hpp"

#include <optional>

namespace malgil::call {

struct State;
struct Turn;
struct Peer;

/// What a member says of itself to the others, over the data channel.
struct Presence {
    bool microphone = true;  // can be heard
    bool camera = true;      // can be seen
    bool hand = false;       // is raised
    bool screen = false;     // is shared

    friend bool operator==(const Presence&, const Presence&) = default;
};

/// What a member says of what it sends to a peer.
struct SenderLimit {
    bool cpu = false;  // its computer is too slow to send more

    friend bool operator==(const SenderLimit&, const SenderLimit&) = default;
};

/// How long a reaction shows.
inline constexpr Milliseconds reaction_duration{5000};

/// Tells the others where one's own presence is not what they were told. After every event.
void tell_presence(State& state, Turn& turn);

/// Tells one peer, whose channel is new.
void introduce(const State& state, Turn& turn, const Peer& peer);

void react(State& state, Turn& turn, Reaction reaction);

/// From a peer.
void presence_received(State& state, Turn& turn, Peer& peer, const Presence& presence);
void reaction_received(Turn& turn, Peer& peer, Reaction reaction);

}  // namespace malgil::call
