#include "client/call/handlers.hpp"
#include "client/call/ice_restart.hpp"
#include "client/call/ice_servers.hpp"
#include "client/call/membership.hpp"
#include "client/call/notices.hpp"
#include "client/call/relay_choice.hpp"
#include "client/call/repair.hpp"
#include "client/call/roster.hpp"
#include "client/call/signals.hpp"

#include <algorithm>
#include <variant>
#include <vector>

namespace malgil::call {
namespace {

void add_newcomer(State& state, Turn& turn, const protocol::Member& member) {
    const auto* const peer = add_peer(state, turn, member.user, member.protocol);
    if (peer == nullptr)
        return;
    withdraw(state.notices, turn, NoticeKind::peer_left, member.user.str());
    show(state.notices, turn, NoticeKind::peer_joined, member.user.str());
    // It offers at once; a tutorial client does so when the person there wants it.
    if (member.protocol > 0)
        turn.start(PeerOverdue{member.user}, connect_patience);
}

/// It, or the server, was away, and the connection held.
void take_back(State& state, Turn& turn, Peer& peer) {
    peer.present = true;
    perform(state, turn, peer, peer.negotiation.peer_is_back());
    check_path(turn, peer);
}

/// A member that was in the channel before us.
void meet(State& state, Turn& turn, const protocol::Member& member) {
    auto* peer = state.find_peer(member.user);
    if (peer == nullptr) {
        peer = add_peer(state, turn, member.user, member.protocol);
        if (peer != nullptr)
            open_connection(state, turn, *peer, true);
        return;
    }
    set_protocol(state, *peer, member.protocol);
    if (peer->present)
        return;  // it was quicker
    if (peer->state == ConnectionState::connected) {
        take_back(state, turn, *peer);
        return;
    }
    peer->present = true;
    peer->repairs = 0;
    peer->unreachable = false;
    withdraw(state.notices, turn, NoticeKind::peer_unreachable, member.user.str());
    open_connection(state, turn, *peer, true);
}

/// Peers of before that are gone for the server and cannot be heard any more.
void remove_lost(State& state, Turn& turn) {
    std::vector<UserId> lost;
    for (const auto& peer : state.roster)
        if (!peer.present && peer.state != ConnectionState::connected)
            lost.push_back(peer.user);
    for (const auto& user : lost)
        if (auto* const peer = state.find_peer(user))
            remove_peer(state, turn, *peer);
}

/// The place was kept, with all that was sent to it: newcomers are still to be told of.
void find_again(State& state, Turn& turn, const protocol::Member& member) {
    if (auto* const peer = state.find_peer(member.user))
        peer->present = true;
    else if (std::ranges::contains(state.given_up, member.user))
        meet(state, turn, member);
}

void receive(State& state, Turn& turn, const protocol::Welcome& message) {
    if (state.signaling.reclaim(turn, message))
        return;
    const bool renewed = state.signaling.renews;
    enter_call(state, turn);
    use_ice_servers(state, turn, message.ice_servers);
    state.signaling.limits = message.limits;
    tell_missing_relay(state, turn);
    const bool kept = state.signaling.welcomed(turn, message);
    // The server is another one than before.
    if (renewed && !kept)
        nobody_is_present(state);
    for (const auto& member : message.peers) {
        if (kept)
            find_again(state, turn, member);
        else
            meet(state, turn, member);
    }
    state.given_up.clear();
    remove_lost(state, turn);
    if (kept && !renewed)
        repair_all(state, turn);
    restart_due(state, turn);
    if (!kept && !message.resume.empty())
        turn.emit(
            KeepPlace{{.user = state.user, .channel = state.channel, .token = message.resume}});
}

void receive(State& state, Turn& turn, const protocol::IceServersRenewed& message) {
    use_ice_servers(state, turn, message.ice_servers);
}

/// The list adds nothing to `welcome` and `peer_joined`, but it means as well that we are in.
void receive(State& state, Turn& turn, const protocol::Joined& /*message*/) {
    if (state.signaling.state == SignalingState::joining)
        enter_call(state, turn);
}

void receive(State& state, Turn& turn, const protocol::PeerJoined& message) {
    const auto& member = message.peer;
    auto* const peer = state.find_peer(member.user);
    if (peer == nullptr) {
        add_newcomer(state, turn, member);
        return;
    }
    set_protocol(state, *peer, member.protocol);
    if (!peer->present && peer->state == ConnectionState::connected) {
        take_back(state, turn, *peer);
    } else if (!peer->present) {
        peer->present = true;
        turn.start(PeerOverdue{member.user}, connect_patience);
    }
}

void receive(State& state, Turn& turn, const protocol::PeerLeft& message) {
    auto* const peer = state.find_peer(message.user);
    if (peer == nullptr)
        return;
    // Who lost the server only can still be heard and seen.
    if (message.reason != "quit" && peer->state == ConnectionState::connected)
        peer->present = false;
    else
        remove_peer(state, turn, *peer);
}

void receive(State& state, Turn& turn, const protocol::SignalReceived& message) {
    signal_received(state, turn, message);
}

void receive(State& state, Turn& turn, const protocol::Error& message) {
    turn.log("The server answered: " + message.message);
    if (state.signaling.state == SignalingState::joining)
        join_refused(state, turn, message);
    else if (message.code == protocol::ErrorCode::shutting_down ||
             message.code == protocol::ErrorCode::not_joined)
        server_lost(state, turn, false);
}

}  // namespace

void handle(State& state, Turn& turn, const SocketOpened& event) {
    if (state.signaling.is_current(event.socket))
        state.signaling.opened(turn);
    state.check.socket_opened(turn, event.socket);
}

void handle(State& state, Turn& turn, const SocketClosed& event) {
    state.signaling.closed(event.socket);
    if (state.signaling.is_current(event.socket))
        server_lost(state, turn, true);
    state.check.socket_closed(turn, event.socket);
}

void handle(State& state, Turn& turn, const MessageReceived& event) {
    state.check.received(turn, event);
    const bool listening = state.signaling.state == SignalingState::joining ||
                           state.signaling.state == SignalingState::joined;
    if (listening && state.signaling.is_current(event.socket) &&
        state.signaling.takes(event.message))
        std::visit([&](const auto& message) { receive(state, turn, message); }, event.message);
}

}  // namespace malgil::call
