#include "client/call/handlers.hpp"
#include "client/call/ice_restart.hpp"
#include "client/call/measuring.hpp"
#include "client/call/presence.hpp"
#include "client/call/repair.hpp"
#include "client/call/roster.hpp"
#include "client/call/sizes.hpp"
#include "client/call/state_codec.hpp"

#include <variant>

namespace malgil::call {

void handle(State& state, Turn& turn, const NegotiationNeeded& event) {
    if (auto* const peer = state.find_peer(event.connection))
        perform(state, turn, *peer, peer->negotiation.needed());
}

void handle(State& state, Turn& turn, const LocalDescriptionSet& event) {
    auto* const peer = state.find_peer(event.connection);
    if (peer == nullptr)
        return;
    peer->ice_role_keepers.own = keeps_ice_role(event.description.sdp);
    perform(state, turn, *peer, peer->negotiation.described(event.description));
}

void handle(State& state, Turn& turn, const RemoteDescriptionSet& event) {
    auto* const peer = state.find_peer(event.connection);
    if (peer == nullptr)
        return;
    // It may have been an ICE restart: the stream may take a while to come back.
    peer->pulse = {};
    perform(state, turn, *peer, peer->negotiation.applied());
}

void handle(State& state, Turn& turn, const DescriptionFailed& event) {
    auto* const peer = state.find_peer(event.connection);
    if (peer == nullptr)
        return;
    turn.log(peer->user.str() + ": " + event.reason);
    if (peer->negotiation.operation == Negotiation::Operation::applying_answer)
        answer_failed(state, turn, *peer);
    else
        perform(state, turn, *peer, peer->negotiation.failed());
}

void handle(State& state, Turn& turn, const IceCandidateFound& event) {
    if (auto* const peer = state.find_peer(event.connection))
        perform(state, turn, *peer, peer->negotiation.candidate_found(event.candidate));
}

void handle(State& state, Turn& turn, const LocalDescriptionRead& event) {
    if (auto* const peer = state.find_peer(event.connection))
        perform(state, turn, *peer, peer->negotiation.read(event.description));
}

void handle(State& state, Turn& turn, const ConnectionStateChanged& event) {
    if (auto* const peer = state.find_peer(event.connection))
        connection_changed(state, turn, *peer, event);
}

void handle(State& state, Turn& turn, const PathRead& event) {
    if (auto* const peer = state.find_peer(event.connection))
        path_read(state, turn, *peer, event);
}

void handle(State& state, Turn& turn, const MediaArrived& event) {
    if (auto* const peer = state.find_peer(event.connection))
        media_arrived(state, turn, *peer, event.count);
}

void handle(State& state, Turn& /*turn*/, const RemoteTracksChanged& event) {
    if (auto* const peer = state.find_peer(event.connection)) {
        peer->sends_audio = event.audio;
        peer->sends_video = event.video;
        peer->sends_screen = event.screen;
        peer->sends_screen_audio = event.screen_audio;
    }
}

void handle(State& state, Turn& turn, const ChannelOpened& event) {
    auto* const peer = state.find_peer(event.connection);
    if (peer == nullptr)
        return;
    peer->channel_open = true;
    peer->channel_was_open = true;
    introduce(state, turn, *peer);
    tell_sizes(state, turn);
    state.chat.channel_opened(turn, peer->chat_peer());
}

void handle(State& state, Turn& turn, const ChannelClosed& event) {
    auto* const peer = state.find_peer(event.connection);
    if (peer == nullptr)
        return;
    peer->channel_open = false;
    // Only who closes the connection closes the channel; nobody else can tell us that it left.
    if (!peer->present)
        remove_peer(state, turn, *peer);
}

void handle(State& state, Turn& turn, const ChannelMessage& event) {
    if (auto* const peer = state.find_peer(event.connection))
        state.chat.received(turn, peer->chat_peer(), event.data);
}

void handle(State& state, Turn& turn, const StateMessage& event) {
    auto* const peer = state.find_peer(event.connection);
    if (peer == nullptr)
        return;
    const auto frame = state_codec::parse(event.data);
    if (const auto* const presence = std::get_if<Presence>(&frame))
        presence_received(state, turn, *peer, *presence);
    else if (const auto* const reaction = std::get_if<Reaction>(&frame))
        reaction_received(turn, *peer, *reaction);
    else if (const auto* const sizes = std::get_if<Sizes>(&frame))
        peer->shows = *sizes;
    else if (const auto* const limit = std::get_if<SenderLimit>(&frame))
        limit_received(state, *peer, *limit);
    else if (std::holds_alternative<state_codec::RestartWanted>(frame))
        restart_wanted(state, turn, *peer);
}

}  // namespace malgil::call
