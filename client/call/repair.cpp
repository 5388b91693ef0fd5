#include "client/call/repair.hpp"

#include "client/call/ice_servers.hpp"
#include "client/call/notices.hpp"
#include "client/call/roster.hpp"
#include "client/call/state_codec.hpp"

#include <algorithm>
#include <utility>

namespace malgil::call {
namespace {

/// `disconnected` may mend itself; waiting for `failed` takes 15 to 30 s.
/// https://www.w3.org/TR/webrtc/#dom-rtcpeerconnectionstate-disconnected
constexpr Milliseconds disconnected_patience{2000};
/// The impolite side repairs; the polite one, so much later, only when that has not happened.
constexpr Milliseconds courtesy{4000};
/// A repair may take so long.
constexpr Milliseconds repair_patience{10'000};
/// A repair waits for signals to get through.
constexpr Milliseconds renewal_patience{500};
/// Who is asked to restart ICE does so by then.
constexpr Milliseconds answer_patience{3000};
/// Who sees that nothing arrives has restarted ICE by then.
constexpr Milliseconds notice_patience{2500};
/// Who is asked again and again does not restart more often.
constexpr Milliseconds least_spacing{1000};
/// The first is an ICE restart, the second a new connection.
constexpr int restarts = 1;
constexpr int max_repairs = 2;

Milliseconds courtesy_of(const Peer& peer) {
    // A tutorial client repairs nothing by itself.
    return peer.negotiation.polite && peer.protocol > 0 ? courtesy : Milliseconds::zero();
}

/// Of the two sides that see that nothing arrives.
bool restarts_first(const Peer& peer) {
    const auto& keepers = peer.ice_role_keepers;
    if (peer.protocol > 0 && keepers.own != keepers.peer)
        return keepers.own;
    return courtesy_of(peer) == Milliseconds::zero();
}

bool is_broken(ConnectionState state) {
    return state == ConnectionState::disconnected || state == ConnectionState::failed ||
           state == ConnectionState::closed;
}

void restart(Turn& turn, Peer& peer) {
    need_no_restart(turn, peer);
    turn.emit(RestartIce{peer.connection});
}

/// For one by other ICE servers, while it holds.
void leave_path(Turn& turn, Peer& peer) {
    peer.negotiation.moves_gently = true;
    restart(turn, peer);
}

bool can_ask(const Peer& peer) {
    return peer.protocol > 0 && peer.channel_open;
}

void ask_for_restart(Turn& turn, const Peer& peer) {
    turn.emit(SendState{.connection = peer.connection,
                        .data = state_codec::write(state_codec::RestartWanted{})});
}

/// To the other side, which hears of it where the path holds, and sees it where nothing arrives.
void leave_restart(Turn& turn, const Peer& peer) {
    if (can_ask(peer))
        ask_for_restart(turn, peer);
    turn.start(RestartDue{peer.user}, notice_patience);
}

void call_unreachable(State& state, Turn& turn, Peer& peer) {
    if (peer.unreachable)
        return;
    peer.unreachable = true;
    show(state.notices, turn, NoticeKind::peer_unreachable, peer.user.str());
}

void repair(State& state, Turn& turn, Peer& peer) {
    // Without an answer so far there is nothing to mend.
    if (!peer.negotiation.remote_described || peer.repairs >= max_repairs) {
        call_unreachable(state, turn, peer);
        return;
    }
    ++peer.repairs;
    if (peer.repairs <= restarts)
        restart(turn, peer);
    else
        open_connection(state, turn, peer, true);
    turn.start(PeerOverdue{peer.user}, repair_patience);
}

/// Both sides and the server are there, so that a repair can be negotiated.
bool can_repair(const State& state, const Peer& peer) {
    return peer.present && state.signaling.state == SignalingState::joined;
}

/// One that is not connected is repaired, and one whose peer is away is looked at again later.
bool can_move(const State& state, const Peer& peer) {
    return peer.state == ConnectionState::connected && can_repair(state, peer);
}

}  // namespace

void need_no_restart(Turn& turn, Peer& peer) {
    peer.outdated = false;
    peer.restart_asked = false;
    peer.restart_due = false;
    peer.restart_considered = false;
    turn.stop(RestartDue{peer.user});
}

void connection_changed(State& state, Turn& turn, Peer& peer, const ConnectionStateChanged& event) {
    const auto before = peer.state;
    peer.state = event.state;
    switch (event.state) {
        case ConnectionState::connected:
            peer.connected = turn.moment.now;
            peer.repairs = 0;
            peer.unreachable = false;
            turn.stop(PeerOverdue{peer.user});
            withdraw(state.notices, turn, NoticeKind::peer_unreachable, peer.user.str());
            check_path(turn, peer);
            break;
        case ConnectionState::disconnected:
            turn.start(PeerOverdue{peer.user}, disconnected_patience + courtesy_of(peer));
            // So that signals get through by then.
            state.signaling.renew(turn);
            break;
        case ConnectionState::failed:
        case ConnectionState::closed:
            // The other side sees nothing of it.
            if (event.by_dtls)
                peer.repairs = std::max(peer.repairs, restarts);
            if (!can_repair(state, peer) || event.by_dtls ||
                courtesy_of(peer) == Milliseconds::zero())
                peer_overdue(state, turn, peer);
            else
                turn.start(PeerOverdue{peer.user}, courtesy_of(peer));
            break;
        case ConnectionState::new_:
        case ConnectionState::connecting:
            // The other side repairs it.
            if (is_broken(before))
                turn.start(PeerOverdue{peer.user}, repair_patience);
            break;
    }
}

void answer_failed(State& state, Turn& turn, Peer& peer) {
    perform(state, turn, peer, peer.negotiation.failed());
    if (!peer.negotiation.remote_described || !can_repair(state, peer))
        return;
    peer.repairs = std::max(peer.repairs, restarts);
    repair(state, turn, peer);
}

void peer_overdue(State& state, Turn& turn, Peer& peer) {
    if (peer.present && state.signaling.renews) {
        turn.start(PeerOverdue{peer.user}, renewal_patience);
        return;
    }
    if (can_repair(state, peer)) {
        repair(state, turn, peer);
        return;
    }
    // Gone for the server and gone for us. While the server itself is away, `disconnected` may
    // still mend itself, and a connection that was on its way may still come.
    const bool hopeless =
        peer.state == ConnectionState::failed || peer.state == ConnectionState::closed;
    if (hopeless || state.signaling.state == SignalingState::joined)
        remove_peer(state, turn, peer);
}

void path_read(State& state, Turn& turn, Peer& peer, const PathRead& path) {
    if (std::exchange(peer.restart_considered, false)) {
        if (path.controlled)
            leave_restart(turn, peer);
        else
            restart_soon(state, turn, peer);
        return;
    }
    if (!path.relayed || !peer.outdated || !can_move(state, peer))
        return;
    if (!path.controlled || !can_ask(peer) || peer.restart_asked) {
        leave_path(turn, peer);
        return;
    }
    peer.restart_asked = true;
    ask_for_restart(turn, peer);
    turn.start(PathDue{peer.user}, answer_patience);
}

void restart_wanted(const State& state, Turn& turn, Peer& peer) {
    if (can_move(state, peer) && turn.moment.now - peer.described >= least_spacing)
        leave_path(turn, peer);
}

void media_arrived(State& state, Turn& turn, Peer& peer, std::uint64_t count) {
    if (!peer.pulse.stops(count) || peer.unreachable)
        return;
    // One of the two does it; the other sees to it that the offer gets through.
    if (restarts_first(peer))
        peer.restart_due = true;
    if (!state.signaling.renew(turn))
        restart_due(state, turn);
}

void repair_all(State& state, Turn& turn) {
    for (auto& peer : state.roster) {
        if (!is_broken(peer.state) || !can_repair(state, peer))
            continue;
        peer.repairs = 0;
        repair(state, turn, peer);
    }
}

void restart_all(State& state, Turn& turn) {
    for (auto& peer : state.roster) {
        // Without an answer so far its first candidates are still on their way.
        if (!peer.negotiation.remote_described || peer.unreachable)
            continue;
        if (peer.ice_role_keepers.may_conflict() && can_move(state, peer)) {
            peer.restart_considered = true;
            turn.emit(ReadPath{peer.connection});
        } else {
            peer.restart_due = true;
        }
    }
    if (!state.signaling.renew(turn))
        restart_due(state, turn);
}

void restart_soon(State& state, Turn& turn, Peer& peer) {
    peer.restart_due = true;
    if (!state.signaling.renews)
        restart_due(state, turn);
}

void restart_due(State& state, Turn& turn) {
    for (auto& peer : state.roster) {
        if (!peer.restart_due || !can_repair(state, peer))
            continue;
        restart(turn, peer);
        if (is_broken(peer.state))
            turn.start(PeerOverdue{peer.user}, repair_patience);
    }
}

}  // namespace malgil::call
