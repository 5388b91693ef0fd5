#pragma once

#include "client/call/state.hpp"
#include "client/call/turn.hpp"

#include <cstdint>

/// Keeping a peer's connection up: waiting, an ICE restart, a new connection, and at last the word
/// that it cannot be reached.
namespace malgil::call {

/// The state of its connection as the browser reports it now. The peer may be removed by this.
void connection_changed(State& state, Turn& turn, Peer& peer, const ConnectionStateChanged& event);

/// What the peer answered cannot be applied, and browsers take nothing after that: in a call that
/// stands, a new connection is made at once; one that begins has its PeerOverdue.
void answer_failed(State& state, Turn& turn, Peer& peer);

/// The timer PeerOverdue. The peer may be removed by this.
void peer_overdue(State& state, Turn& turn, Peer& peer);

/// Restarts ICE where the path runs by a relay whose credentials are outdated; media flows on over
/// the old path until there is a new one. Both sides of a relayed path do so, each for its own
/// relay: where their offers meet, the answer to the one restarts the other's side as well.
/// The controlled side asks the other one first (ice_role.hpp).
///
/// Says also whether a restart that restart_all considers is left to the other side at first.
void path_read(State& state, Turn& turn, Peer& peer, const PathRead& path);

/// The controlled side asks that this one restarts ICE.
void restart_wanted(const State& state, Turn& turn, Peer& peer);

/// The other side restarts ICE, so that this one need not.
void need_no_restart(Turn& turn, Peer& peer);

/// So often something has arrived from it by now. Where a stream stops, ICE is restarted without
/// waiting for `disconnected`, and the way to the server made anew, for which of the two lost its
/// address is not known.
void media_arrived(State& state, Turn& turn, Peer& peer, std::uint64_t count);

/// Signals get through again: what is not connected is repaired at once.
void repair_all(State& state, Turn& turn);

/// The network of this machine changed. Restarts ICE on every connection, also where it is
/// connected: this side's addresses may have changed. Media flows on until new ones are found. The
/// way to the server is made anew first, where it may be void, too. Where both sides could come to
/// be controlling (ice_role.hpp), the controlling one has a while to see that nothing arrives.
void restart_all(State& state, Turn& turn);

/// Restarts ICE, if need be once the way to the server is there again.
void restart_soon(State& state, Turn& turn, Peer& peer);

/// Does what waited for the server.
void restart_due(State& state, Turn& turn);

}  // namespace malgil::call
