#pragma once

#include "client/call/state.hpp"
#include "client/call/turn.hpp"

#include <cstdint>

/// When ICE is restarted on a connection, and which of the two sides does it: for the addresses or
/// the ICE servers of now. What is broken is repaired (repair.hpp), by the same means at first.
/// https://www.w3.org/TR/webrtc/#dom-rtcpeerconnection-restartice
namespace malgil::call {

/// Now.
void restart_ice(Turn& turn, Peer& peer);

/// The other side restarts ICE, so that this one need not.
void need_no_restart(Turn& turn, Peer& peer);

/// The network of this machine changed. Restarts ICE on every connection, also where it is
/// connected: this side's addresses may have changed. Media flows on until new ones are found. The
/// way to the server is made anew first, where it may be void, too. Where both sides could come to
/// be controlling (ice_role.hpp), ReadPath says at first whether this one is controlled.
void restart_all(State& state, Turn& turn);

/// Where the path runs by a relay whose credentials are outdated, ICE is restarted; media flows on
/// over the old path until there is a new one. Both sides of a relayed path do so, each for its own
/// relay: where their offers meet, the answer to the one restarts the other's side as well.
///
/// For this, and for what restart_all considers, the controlled side asks the other one, and
/// restarts ICE itself only if nothing has come of that after a while (RestartDue).
void path_read(State& state, Turn& turn, Peer& peer, const PathRead& path);

/// The controlled side asks that this one restarts ICE.
void restart_wanted(const State& state, Turn& turn, Peer& peer);

/// So often something has arrived from it by now. Where a stream stops, ICE is restarted without
/// waiting for `disconnected`, and the way to the server made anew, for which of the two lost its
/// address is not known.
void media_arrived(State& state, Turn& turn, Peer& peer, std::uint64_t count);

/// The timer RestartDue: as soon as the way to the server is there.
void restart_soon(State& state, Turn& turn, Peer& peer);

/// The way to the server is there again: does what waited for it.
void restart_due(State& state, Turn& turn);

}  // namespace malgil::call
