#include "client/call/ice_servers.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

namespace malgil::call {
namespace {

/// No other ICE restart so soon after one: Firefox keeps one former path only, and where the new
/// one is not up yet when the next begins, nothing arrives for seconds.
constexpr Milliseconds restart_spacing{3000};

/// A TURN server without credentials is of no use, and a browser that meets one refuses the others
/// with it: https://www.w3.org/TR/webrtc/#set-the-configuration
bool is_usable(const protocol::IceServer& server) {
    const bool is_turn = std::ranges::any_of(server.urls, [](std::string_view url) {
        return url.starts_with("turn:") || url.starts_with("turns:");
    });
    return !is_turn || (!server.username.empty() && !server.credential.empty());
}

}  // namespace

void use_ice_servers(State& state, Turn& turn, std::vector<protocol::IceServer> servers) {
    std::erase_if(servers, std::not_fn(is_usable));
    if (servers == state.signaling.ice_servers)
        return;
    state.signaling.ice_servers = std::move(servers);
    for (auto& peer : state.roster) {
        if (peer.connection == ConnectionId{})
            continue;
        turn.emit(UseIceServers{.connection = peer.connection,
                                .ice_servers = state.signaling.ice_servers});
        peer.ice_restart.outdated = true;
        check_path(turn, peer);
    }
}

void check_path(Turn& turn, const Peer& peer) {
    if (!peer.ice_restart.outdated || peer.state != ConnectionState::connected)
        return;
    const auto since = turn.moment.now - peer.described;
    if (since < restart_spacing)
        turn.start(PathDue{peer.user}, restart_spacing - since);
    else
        turn.emit(ReadPath{peer.connection});
}

}  // namespace malgil::call
