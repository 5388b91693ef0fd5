#include "client/call/signals.hpp"

#include "client/call/codecs.hpp"
#include "client/call/ice_restart.hpp"
#include "client/call/ice_role.hpp"
#include "client/call/notices.hpp"
#include "client/call/roster.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace malgil::call {
namespace {

using protocol::SdpType;
using protocol::SessionDescription;

/// Session IDs are numbers of 64 bits; of what is longer the beginning must do.
constexpr std::size_t max_session_id = 64;
/// RFC 8839 §5.4
constexpr std::size_t max_ice_fragment = 256;

/// What is kept of a description of a peer.
struct Marks {
    std::string session;
    std::string ice_fragment;
    bool keeps_ice_role = false;
};

Marks marks_of(const SessionDescription& description) {
    const std::string_view sdp = description.sdp;
    return {.session = std::string(protocol::session_id(sdp).substr(0, max_session_id)),
            .ice_fragment = std::string(protocol::ice_fragment(sdp).substr(0, max_ice_fragment)),
            .keeps_ice_role = keeps_ice_role(sdp)};
}

/// A description of the peer is taken.
void described(const Turn& turn, Peer& peer, Marks marks) {
    peer.described = turn.moment.now;
    peer.ice_fragment = std::move(marks.ice_fragment);
    peer.ice_role_keepers.peer = marks.keeps_ice_role;
    peer.negotiation.remote_session = std::move(marks.session);
}

/// Whether the description comes of another RTCPeerConnection than those before: the page over
/// there was loaded anew, or called anew, without our having seen it leave.
bool is_another_session(const Peer& peer, const std::string& session) {
    const auto& known = peer.negotiation.remote_session;
    return !session.empty() && !known.empty() && session != known;
}

/// The server names every member before its first signal; should it not, a complete description is
/// the mark of a tutorial client.
int guess_protocol(const SessionDescription& offer) {
    return offer.sdp.contains("a=candidate:") ? 0 : protocol::protocol_version;
}

Peer* find_or_add(State& state, Turn& turn, const UserId& user, const SessionDescription& offer) {
    if (auto* const peer = state.find_peer(user))
        return peer;
    auto* const peer = add_peer(state, turn, user, guess_protocol(offer));
    if (peer != nullptr)
        show(state.notices, turn, NoticeKind::peer_joined, user.str());
    return peer;
}

void offer_received(State& state, Turn& turn, const UserId& from, SessionDescription offer) {
    auto* const peer = find_or_add(state, turn, from, offer);
    if (peer == nullptr)
        return;
    auto marks = marks_of(offer);
    if (peer->connection == ConnectionId{} || is_another_session(*peer, marks.session))
        open_connection(state, turn, *peer, false);
    peer->codecs = codecs_in(offer.sdp);
    auto steps = peer->negotiation.offer_received(std::move(offer));
    if (!peer->negotiation.ignoring_offer) {
        // The answer restarts ICE as well: with the ICE servers and the addresses of now.
        if (marks.ice_fragment != peer->ice_fragment)
            need_no_restart(turn, *peer);
        described(turn, *peer, std::move(marks));
    }
    perform(state, turn, *peer, std::move(steps));
}

/// Whether it answers an offer of the connection that was replaced: Malgil answers the offer of a
/// new connection from a new one.
bool is_of_former_session(const Peer& peer, const std::string& session) {
    return peer.protocol > 0 && !session.empty() &&
           session == peer.negotiation.former_remote_session;
}

void answer_received(State& state, Turn& turn, Peer& peer, SessionDescription answer) {
    auto marks = marks_of(answer);
    if (is_of_former_session(peer, marks.session))
        return;
    if (is_another_session(peer, marks.session)) {
        // Our offer went to the former connection over there: there is no use in this answer.
        open_connection(state, turn, peer, true);
        return;
    }
    peer.codecs = codecs_in(answer.sdp);
    auto steps = peer.negotiation.answer_received(std::move(answer));
    if (!steps.empty())
        described(turn, peer, std::move(marks));
    perform(state, turn, peer, std::move(steps));
}

void description_received(State& state, Turn& turn, const protocol::SignalReceived& signal) {
    auto description = protocol::parse_session_description(signal.payload);
    if (!description) {
        turn.log(signal.from.str() + ": " + description.error());
        return;
    }
    if (description->type == SdpType::offer && signal.kind == protocol::SignalKind::offer)
        offer_received(state, turn, signal.from, *std::move(description));
    else if (description->type == SdpType::answer && signal.kind == protocol::SignalKind::answer) {
        auto* const peer = state.find_peer(signal.from);
        if (peer != nullptr && peer->connection != ConnectionId{})
            answer_received(state, turn, *peer, *std::move(description));
    }
}

void candidate_received(State& state, Turn& turn, const protocol::SignalReceived& signal) {
    auto* const peer = state.find_peer(signal.from);
    if (peer == nullptr)
        return;
    auto candidate = protocol::parse_ice_candidate(signal.payload);
    if (!candidate) {
        turn.log(signal.from.str() + ": " + candidate.error());
        return;
    }
    perform(state, turn, *peer, peer->negotiation.candidate_received(*std::move(candidate)));
}

}  // namespace

void signal_received(State& state, Turn& turn, const protocol::SignalReceived& signal) {
    if (signal.kind == protocol::SignalKind::ice_candidate)
        candidate_received(state, turn, signal);
    else
        description_received(state, turn, signal);
}

}  // namespace malgil::call
