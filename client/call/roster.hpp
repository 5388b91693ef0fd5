#pragma once

#include "client/call/state.hpp"
#include "client/call/turn.hpp"

/// What can be done to the peers of a call. A Peer& is good until the roster changes.
namespace malgil::call {

/// For how long a peer may take until it is connected, from its offer being due.
inline constexpr Milliseconds connect_patience{20'000};

/// A peer that is not in the roster yet. nullptr: the roster is full, or it is oneself.
[[nodiscard]] Peer* add_peer(State& state, Turn& turn, const UserId& user, int protocol);

/// What the server says of it.
void set_protocol(const State& state, Peer& peer, int protocol);

/// In the place of the former one, if there is one. `offers`: this side begins.
void open_connection(const State& state, Turn& turn, Peer& peer, bool offers);

/// The peer and the server are there, so that descriptions get through.
[[nodiscard]] bool can_negotiate(const State& state, const Peer& peer);

/// The peer leaves the call; `peer` dangles after that. Who stays is told.
void remove_peer(State& state, Turn& turn, Peer& peer);

/// Everybody leaves, silently.
void clear_roster(State& state, Turn& turn);

/// Does what the negotiation with a peer wants.
void perform(State& state, Turn& turn, const Peer& peer, NegotiationSteps steps);

}  // namespace malgil::call
