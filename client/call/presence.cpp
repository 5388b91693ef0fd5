#include "client/call/presence.hpp"

#include "client/call/notices.hpp"
#include "client/call/state.hpp"
#include "client/call/state_codec.hpp"
#include "client/call/turn.hpp"

#include <utility>

namespace malgil::call {
namespace {

void send(Turn& turn, const Peer& peer, std::string frame) {
    if (peer.channel_open && peer.protocol > 0)
        turn.emit(SendState{.connection = peer.connection, .data = std::move(frame)});
}

}  // namespace

void tell_presence(State& state, Turn& turn) {
    const Presence now{.microphone = state.media.microphone.sending(),
                       .camera = state.media.camera.sending(),
                       .hand = state.hand,
                       .screen = state.screen.is_on()};
    if (std::exchange(state.told, now) == now)
        return;
    for (const auto& peer : state.roster)
        introduce(state, turn, peer);
}

void introduce(const State& state, Turn& turn, const Peer& peer) {
    send(turn, peer, state_codec::write(state.told));
}

void react(State& state, Turn& turn, Reaction reaction) {
    state.reaction = reaction;
    turn.start(ReactionOver{std::nullopt}, reaction_duration);
    for (const auto& peer : state.roster)
        send(turn, peer, state_codec::write(reaction));
}

void presence_received(State& state, Turn& turn, Peer& peer, const Presence& presence) {
    const bool raised = presence.hand && !(peer.presence && peer.presence->hand);
    if (presence.camera != (!peer.presence || peer.presence->camera))
        turn.emit(ShowCamera{.connection = peer.connection, .on = presence.camera});
    peer.presence = presence;
    if (raised)
        show(state.notices, turn, NoticeKind::hand_raised, peer.user.str());
    else if (!presence.hand)
        withdraw(state.notices, turn, NoticeKind::hand_raised, peer.user.str());
}

void reaction_received(Turn& turn, Peer& peer, Reaction reaction) {
    peer.reaction = reaction;
    turn.start(ReactionOver{peer.user}, reaction_duration);
}

}  // namespace malgil::call
