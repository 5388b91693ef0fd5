#include "client/call/roster.hpp"

#include "client/call/codecs.hpp"
#include "client/call/notices.hpp"
#include "client/call/opus.hpp"

#include <type_traits>
#include <utility>
#include <variant>

namespace malgil::call {
namespace {

void stop_timers(Turn& turn, const Peer& peer) {
    turn.stop(PeerOverdue{peer.user});
    turn.stop(PathDue{peer.user});
    turn.stop(RestartDue{peer.user});
    turn.stop(DescriptionDue{peer.connection});
}

void close_connection(Turn& turn, const Peer& peer) {
    stop_timers(turn, peer);
    if (peer.connection != ConnectionId{})
        turn.emit(CloseConnection{peer.connection});
}

void begin_anew(Negotiation& negotiation) {
    // One that had no description either leaves the answers to that before it.
    auto former = negotiation.remote_session.empty() ? std::move(negotiation.former_remote_session)
                                                     : std::move(negotiation.remote_session);
    negotiation = {};
    negotiation.former_remote_session = std::move(former);
}

/// Turns steps into effects on one peer's connection and messages to it.
struct Performer {
    State& state;
    Turn& turn;
    const Peer& peer;

    void operator()(Describe) const { turn.emit(SetLocalDescription{peer.connection}); }

    void operator()(Apply step) const {
        turn.emit(SetRemoteDescription{.connection = peer.connection,
                                       .description = std::move(step.description)});
    }

    void operator()(const AddCandidate& step) const {
        turn.emit(AddIceCandidate{.connection = peer.connection, .candidate = step.candidate});
    }

    void operator()(ReadDescription) const { turn.emit(ReadLocalDescription{peer.connection}); }

    void operator()(AwaitCandidates) const {
        turn.start(DescriptionDue{peer.connection}, gathering_patience);
    }

    void operator()(SendDescription step) const {
        turn.stop(DescriptionDue{peer.connection});
        const auto kind = step.description.type == protocol::SdpType::offer
                              ? protocol::SignalKind::offer
                              : protocol::SignalKind::answer;
        step.description.sdp = with_opus_options(step.description.sdp);
        state.signaling.send(turn, kind, protocol::to_json(step.description), peer.user);
    }

    void operator()(const SendCandidate& step) const {
        state.signaling.send(turn, protocol::SignalKind::ice_candidate,
                             protocol::to_json(step.candidate), peer.user);
    }
};

}  // namespace

Peer* add_peer(State& state, Turn& turn, const UserId& user, int protocol) {
    if (user.str() == state.user)
        return nullptr;
    if (state.roster.size() >= max_roster) {
        turn.log("The call is full: " + user.str() + " is left out");
        return nullptr;
    }
    auto& peer = state.roster.emplace_back(Peer{.user = user});
    set_protocol(state, peer, protocol);
    return &peer;
}

void set_protocol(const State& state, Peer& peer, int protocol) {
    peer.protocol = protocol;
    peer.negotiation.trickles = protocol > 0;
    // A tutorial client knows no glare: this side gives way.
    peer.negotiation.polite = protocol == 0 || state.user > peer.user.str();
}

void open_connection(const State& state, Turn& turn, Peer& peer, bool offers) {
    const bool replaces = peer.connection != ConnectionId{};
    close_connection(turn, peer);
    peer.connection = turn.next_id<ConnectionId>();
    if (replaces)
        begin_anew(peer.negotiation);
    set_protocol(state, peer, peer.protocol);
    peer.state = ConnectionState::new_;
    peer.sends_audio = false;
    peer.sends_video = false;
    peer.channel_open = false;
    peer.sends_screen = false;
    peer.sends_screen_audio = false;
    peer.presence.reset();
    peer.speech = {};
    peer.shows.reset();
    peer.told_sizes.reset();
    peer.encoding = {};
    peer.screen_encoding = {};
    peer.ice_restart = {};
    peer.ice_fragment.clear();
    peer.pulse = {};
    peer.ice_role_keepers = {};
    peer.path = {};
    peer.codecs = {};
    turn.emit(OpenConnection{.connection = peer.connection,
                             .user = peer.user,
                             .ice_servers = state.signaling.ice_servers,
                             .offers = offers,
                             .extended = peer.protocol > 0,
                             .relay_only = state.settings.relay_only});
    prefer_codecs(state, turn, peer);
    turn.start(PeerOverdue{peer.user}, connect_patience);
}

bool can_negotiate(const State& state, const Peer& peer) {
    return peer.present && state.signaling.state == SignalingState::joined;
}

void remove_peer(State& state, Turn& turn, Peer& peer) {
    close_connection(turn, peer);
    const auto user = peer.user;
    turn.stop(ReactionOver{user});
    if (peer.speech.is_on)
        turn.emit(ShowSpeaking{.user = user, .on = false});
    state.roster.erase(state.roster.begin() + (&peer - state.roster.data()));
    if (state.signaling.state != SignalingState::joined)
        state.given_up.push_back(user);
    state.chat.left(user);
    withdraw(state.notices, turn, NoticeKind::peer_joined, user.str());
    withdraw(state.notices, turn, NoticeKind::peer_unreachable, user.str());
    withdraw(state.notices, turn, NoticeKind::hand_raised, user.str());
    show(state.notices, turn, NoticeKind::peer_left, user.str());
}

void clear_roster(State& state, Turn& turn) {
    for (const auto& peer : state.roster)
        close_connection(turn, peer);
    state.roster.clear();
    state.given_up.clear();
}

void perform(State& state, Turn& turn, const Peer& peer, NegotiationSteps steps) {
    const Performer performer{.state = state, .turn = turn, .peer = peer};
    for (auto& step : steps)
        std::visit([&](auto& each) { performer(std::move(each)); }, step);
}

}  // namespace malgil::call
