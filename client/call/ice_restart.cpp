#include "client/call/ice_restart.hpp"

#include "client/call/repair.hpp"
#include "client/call/roster.hpp"
#include "client/call/state_codec.hpp"

#include <utility>

namespace malgil::call {
namespace {

/// Who is asked to restart ICE, or sees that nothing arrives, has done so by then.
constexpr Milliseconds patience{2500};
/// Who is asked again and again does not restart more often.
constexpr Milliseconds least_spacing{1000};

bool is_connected(const State& state, const Peer& peer) {
    return peer.state == ConnectionState::connected && can_negotiate(state, peer);
}

/// For another one, while it holds.
void leave_path(Turn& turn, Peer& peer) {
    peer.negotiation.moves_gently = true;
    restart_ice(turn, peer);
}

bool can_ask(const Peer& peer) {
    return peer.protocol > 0 && peer.channel_open;
}

/// To the other side, which hears of it where the path holds, and sees it where nothing arrives.
void leave_restart(Turn& turn, const Peer& peer) {
    turn.emit(SendState{.connection = peer.connection,
                        .data = state_codec::write(state_codec::RestartWanted{})});
    turn.start(RestartDue{peer.user}, patience);
}

/// Of the two sides that see that nothing arrives.
bool restarts_first(const Peer& peer) {
    // A tutorial client restarts nothing by itself.
    if (peer.protocol == 0)
        return true;
    const auto& keepers = peer.ice_role_keepers;
    return keepers.own == keepers.peer ? !peer.negotiation.polite : keepers.own;
}

}  // namespace

void restart_ice(Turn& turn, Peer& peer) {
    need_no_restart(turn, peer);
    turn.emit(RestartIce{peer.connection});
}

void need_no_restart(Turn& turn, Peer& peer) {
    peer.ice_restart = {};
    turn.stop(RestartDue{peer.user});
}

void restart_all(State& state, Turn& turn) {
    for (auto& peer : state.roster) {
        // Without an answer so far its first candidates are still on their way.
        if (!peer.negotiation.remote_described || peer.unreachable)
            continue;
        if (peer.ice_role_keepers.may_conflict() && is_connected(state, peer)) {
            peer.ice_restart.considered = true;
            turn.emit(ReadPath{peer.connection});
        } else {
            peer.ice_restart.due = true;
        }
    }
    if (!state.signaling.renew(turn))
        restart_due(state, turn);
}

void path_read(State& state, Turn& turn, Peer& peer, const PathRead& path) {
    const bool considered = std::exchange(peer.ice_restart.considered, false);
    // One that is not connected is repaired, and one whose peer is away is looked at again later.
    const bool outdated = path.relayed && peer.ice_restart.outdated && is_connected(state, peer);
    if (!considered && !outdated)
        return;
    if (path.controlled && can_ask(peer))
        leave_restart(turn, peer);
    else
        restart_soon(state, turn, peer);
}

void restart_wanted(const State& state, Turn& turn, Peer& peer) {
    if (is_connected(state, peer) && turn.moment.now - peer.described >= least_spacing)
        leave_path(turn, peer);
}

void media_arrived(State& state, Turn& turn, Peer& peer, std::uint64_t count) {
    if (!peer.pulse.stops(count) || peer.unreachable)
        return;
    // One of the two does it; the other sees to it that the offer gets through.
    if (restarts_first(peer))
        peer.ice_restart.due = true;
    if (!state.signaling.renew(turn))
        restart_due(state, turn);
}

void restart_soon(State& state, Turn& turn, Peer& peer) {
    peer.ice_restart.due = true;
    if (!state.signaling.renews)
        restart_due(state, turn);
}

void restart_due(State& state, Turn& turn) {
    for (auto& peer : state.roster) {
        if (!peer.ice_restart.due || !can_negotiate(state, peer))
            continue;
        if (peer.ice_restart.outdated && is_connected(state, peer))
            leave_path(turn, peer);
        else
            restart_ice(turn, peer);
        if (is_broken(peer.state))
            turn.start(PeerOverdue{peer.user}, repair_patience);
    }
}

}  // namespace malgil::call
