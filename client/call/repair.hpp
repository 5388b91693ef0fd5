#pragma once

#include "client/call/state.hpp"
#include "client/call/turn.hpp"

/// Keeping a peer's connection up: waiting, an ICE restart, a new connection, and at last the word
/// that it cannot be reached.
namespace malgil::call {

/// A repair may take so long.
inline constexpr Milliseconds repair_patience{10'000};

/// The state of its connection as the browser reports it now. The peer may be removed by this.
void connection_changed(State& state, Turn& turn, Peer& peer, const ConnectionStateChanged& event);

/// What the peer answered cannot be applied, and browsers take nothing after that: in a call that
/// stands, a new connection is made at once; one that begins has its PeerOverdue.
void answer_failed(State& state, Turn& turn, Peer& peer);

/// The timer PeerOverdue. The peer may be removed by this.
void peer_overdue(State& state, Turn& turn, Peer& peer);

/// Signals get through again: what is not connected is repaired at once.
void repair_all(State& state, Turn& turn);

}  // namespace malgil::call
