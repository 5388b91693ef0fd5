#pragma once

#include "client/call/state.hpp"
#include "client/call/turn.hpp"
#include "server/protocol/messages.hpp"

#include <vector>

/// The STUN and TURN servers of connections. Those of `welcome` bear credentials that expire; the
/// server sends fresh ones before that.
namespace malgil::call {

/// For the connections to come and for those that there are. Of no effect where they are the same
/// as before.
void use_ice_servers(State& state, Turn& turn, std::vector<protocol::IceServer> servers);

/// The connection is up, and the peer can be reached: if its candidates are outdated, it is to be
/// seen whether it runs by a relay, as soon as what was negotiated last has settled.
/// → path_read (ice_restart.hpp)
void check_path(Turn& turn, const Peer& peer);

}  // namespace malgil::call
