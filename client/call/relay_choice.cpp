#include "client/call/relay_choice.hpp"

#include "client/call/ice_restart.hpp"
#include "client/call/notices.hpp"
#include "client/call/roster.hpp"
#include "client/call/state.hpp"
#include "client/call/turn.hpp"

#include <algorithm>
#include <string_view>

namespace malgil::call {
namespace {

bool has_connection(const Peer& peer) {
    return peer.connection != ConnectionId{};
}

/// What is not up yet gathered, or did not gather, by the former choice. And one that is up would
/// stay on the path that it has, as long as that holds, where it is to be hidden.
void begin_anew(State& state, Turn& turn, Peer& peer) {
    peer.repairs = 0;
    peer.unreachable = false;
    withdraw(state.notices, turn, NoticeKind::peer_unreachable, peer.user.str());
    open_connection(state, turn, peer, true);
}

}  // namespace

bool offers_relay(const std::vector<protocol::IceServer>& servers) {
    return std::ranges::any_of(servers, [](const protocol::IceServer& server) {
        return std::ranges::any_of(server.urls, [](std::string_view url) {
            return url.starts_with("turn:") || url.starts_with("turns:");
        });
    });
}

void apply_relay_choice(State& state, Turn& turn) {
    tell_missing_relay(state, turn);
    const bool relay_only = state.settings.relay_only;
    if (relay_only && !offers_relay(state.signaling.ice_servers))
        return;
    for (auto& peer : state.roster) {
        if (!has_connection(peer))
            continue;
        const bool can_begin = peer.present && state.signaling.state == SignalingState::joined;
        const bool is_up = peer.state == ConnectionState::connected;
        if (can_begin && (relay_only || !is_up))
            begin_anew(state, turn, peer);
        else if (is_up)
            turn.emit(UseRelayOnly{.connection = peer.connection, .relay_only = relay_only});
    }
    if (!relay_only || state.signaling.state != SignalingState::joined)
        restart_all(state, turn);
}

void tell_missing_relay(State& state, Turn& turn) {
    const bool joined = state.signaling.state == SignalingState::joined;
    withdraw(state.notices, turn, NoticeKind::no_relay);
    if (joined && state.settings.relay_only && !offers_relay(state.signaling.ice_servers))
        show(state.notices, turn, NoticeKind::no_relay);
}

}  // namespace malgil::call
