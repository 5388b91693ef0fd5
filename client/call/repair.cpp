#include "client/call/repair.hpp"

#include "client/call/ice_restart.hpp"
#include "client/call/ice_servers.hpp"
#include "client/call/notices.hpp"
#include "client/call/roster.hpp"

#include <algorithm>

namespace malgil::call {
namespace {

/// `disconnected` may mend itself; waiting for `failed` takes 15 to 30 s.
/// https://www.w3.org/TR/webrtc/#dom-rtcpeerconnectionstate-disconnected
constexpr Milliseconds disconnected_patience{2000};
/// The impolite side repairs; the polite one, so much later, only when that has not happened.
constexpr Milliseconds courtesy{4000};
/// A repair waits for signals to get through.
constexpr Milliseconds renewal_patience{500};
/// The first is an ICE restart, the second a new connection.
constexpr int restarts = 1;
constexpr int max_repairs = 2;

Milliseconds courtesy_of(const Peer& peer) {
    // A tutorial client repairs nothing by itself.
    return peer.negotiation.polite && peer.protocol > 0 ? courtesy : Milliseconds::zero();
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
        restart_ice(turn, peer);
    else
        open_connection(state, turn, peer, true);
    turn.start(PeerOverdue{peer.user}, repair_patience);
}

}  // namespace

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
            if (!can_negotiate(state, peer) || event.by_dtls ||
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
    if (!peer.negotiation.remote_described || !can_negotiate(state, peer))
        return;
    peer.repairs = std::max(peer.repairs, restarts);
    repair(state, turn, peer);
}

void peer_overdue(State& state, Turn& turn, Peer& peer) {
    if (peer.present && state.signaling.renews) {
        turn.start(PeerOverdue{peer.user}, renewal_patience);
        return;
    }
    if (can_negotiate(state, peer)) {
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

void repair_all(State& state, Turn& turn) {
    for (auto& peer : state.roster) {
        if (!is_broken(peer.state) || !can_negotiate(state, peer))
            continue;
        peer.repairs = 0;
        repair(state, turn, peer);
    }
}

}  // namespace malgil::call
