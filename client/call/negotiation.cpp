#include "client/call/negotiation.hpp"

#include <utility>

namespace malgil::call {

using protocol::IceCandidate;
using protocol::SdpType;
using protocol::SessionDescription;

// ---- results of one's own connection ------------------------------------------------------------

NegotiationSteps Negotiation::needed() {
    offer_wanted = true;
    NegotiationSteps steps;
    advance(steps);
    return steps;
}

NegotiationSteps Negotiation::described(SessionDescription description) {
    if (operation != Operation::describing)
        return {};
    operation = Operation::none;
    making_offer = false;
    stage = description.type == SdpType::offer ? Stage::have_local_offer : Stage::stable;
    moves_gently = moves_gently && stage == Stage::have_local_offer;
    if (description.type == SdpType::answer && !dtls_role)
        dtls_role = dtls_role_in(description.sdp);

    NegotiationSteps steps;
    // With an offer waiting it is about to be rolled back, or overtaken: nobody needs it.
    if (!waiting_offer)
        deliver(std::move(description), steps);
    if (!holds_candidates())
        send_waiting_candidates(steps);
    advance(steps);
    return steps;
}

NegotiationSteps Negotiation::applied() {
    if (operation != Operation::applying_offer && operation != Operation::applying_answer)
        return {};
    const bool offer = operation == Operation::applying_offer;
    operation = Operation::none;
    stage = offer ? Stage::have_remote_offer : Stage::stable;
    remote_described = true;

    NegotiationSteps steps;
    if (!offer) {
        moves_gently = false;
        send_waiting_candidates(steps);
    }
    if (!waiting_offer)
        add_waiting_candidates(steps);
    advance(steps);
    return steps;
}

NegotiationSteps Negotiation::failed() {
    const auto ended = std::exchange(operation, Operation::none);
    making_offer = false;
    // Whether an offer that is refused has rolled back one's own first is for the browser to know.
    // In both cases an offer made anew is right.
    if (ended == Operation::applying_offer && stage == Stage::have_local_offer) {
        stage = Stage::stable;
        offer_wanted = true;
    }
    NegotiationSteps steps;
    send_waiting_candidates(steps);
    // An answer that cannot be made is not tried for ever: only a newer offer moves it on.
    if (ended != Operation::describing || waiting_offer)
        advance(steps);
    return steps;
}

NegotiationSteps Negotiation::candidate_found(std::optional<IceCandidate> candidate) {
    NegotiationSteps steps;
    if (candidate)
        candidate = candidate_priority.raised(*std::move(candidate));
    else
        gathered = true;
    if (!trickles) {
        if (gathered && unsent)
            read_description(steps);
    } else if (operation != Operation::describing && !holds_candidates()) {
        steps.emplace_back(SendCandidate{std::move(candidate)});
    } else if (waiting_local.size() < max_waiting_candidates) {
        // Not before the description that it belongs to.
        waiting_local.push_back(std::move(candidate));
    }
    return steps;
}

NegotiationSteps Negotiation::read(SessionDescription description) {
    // Another type: it was read before things changed.
    if (unsent != description.type)
        return {};
    forget_unsent();
    NegotiationSteps steps;
    send(std::move(description), steps);
    return steps;
}

NegotiationSteps Negotiation::candidates_overdue() {
    NegotiationSteps steps;
    if (unsent)
        read_description(steps);
    return steps;
}

// ---- from the peer ------------------------------------------------------------------------------

NegotiationSteps Negotiation::offer_received(SessionDescription description) {
    // An answer that is being applied ends the own offer: no glare.
    // https://www.w3.org/TR/webrtc/#perfect-negotiation-example (isSettingRemoteAnswerPending)
    const bool own_offer_stands =
        stage == Stage::have_local_offer && operation != Operation::applying_answer;
    ignoring_offer = !polite && (making_offer || own_offer_stands);
    if (ignoring_offer)
        return {};

    waiting_offer = std::move(description);
    NegotiationSteps steps;
    advance(steps);
    return steps;
}

NegotiationSteps Negotiation::answer_received(SessionDescription description) {
    // Without an own offer it is late: that offer was rolled back, or is answered already.
    if (stage != Stage::have_local_offer || operation != Operation::none)
        return {};
    ignoring_offer = false;
    operation = Operation::applying_answer;
    forget_unsent();
    if (dtls_role)
        description.sdp = with_dtls_role(description.sdp, opposite(*dtls_role));
    else
        dtls_role = dtls_role_in(description.sdp).transform(opposite);
    return {Apply{std::move(description)}};
}

NegotiationSteps Negotiation::candidate_received(std::optional<IceCandidate> candidate) {
    const bool applying =
        operation == Operation::applying_offer || operation == Operation::applying_answer;
    if (remote_described && !applying && !waiting_offer)
        return {AddCandidate{std::move(candidate)}};
    if (waiting_remote.size() < max_waiting_candidates)
        waiting_remote.push_back(std::move(candidate));
    return {};
}

NegotiationSteps Negotiation::peer_is_back() {
    NegotiationSteps steps;
    if (stage == Stage::have_local_offer && operation == Operation::none) {
        unsent = SdpType::offer;
        read_description(steps);
    }
    return steps;
}

// ---- steps --------------------------------------------------------------------------------------

void Negotiation::advance(NegotiationSteps& steps) {
    if (operation != Operation::none)
        return;
    if (auto offer = std::exchange(waiting_offer, std::nullopt)) {
        // Over an own offer this rolls that back.
        operation = Operation::applying_offer;
        forget_unsent();
        steps.emplace_back(Apply{*std::move(offer)});
        return;
    }
    const bool answers = stage == Stage::have_remote_offer;
    const bool offers = stage == Stage::stable && offer_wanted;
    if (!answers && !offers)
        return;
    if (offers) {
        offer_wanted = false;
        making_offer = true;
    }
    operation = Operation::describing;
    gathered = false;
    forget_unsent();
    steps.emplace_back(Describe{});
}

bool Negotiation::holds_candidates() const {
    return moves_gently && stage == Stage::have_local_offer;
}

void Negotiation::deliver(SessionDescription description, NegotiationSteps& steps) {
    if (trickles) {
        send(std::move(description), steps);
        return;
    }
    unsent = description.type;
    if (gathered)
        read_description(steps);
    else
        steps.emplace_back(AwaitCandidates{});
}

void Negotiation::send(SessionDescription description, NegotiationSteps& steps) const {
    if (description.type == SdpType::answer && dtls_role)
        description.sdp = with_dtls_role(description.sdp, *dtls_role);
    steps.emplace_back(SendDescription{std::move(description)});
}

void Negotiation::read_description(NegotiationSteps& steps) {
    if (std::exchange(reading, true))
        return;
    steps.emplace_back(ReadDescription{});
}

void Negotiation::forget_unsent() {
    unsent.reset();
    reading = false;
}

void Negotiation::send_waiting_candidates(NegotiationSteps& steps) {
    for (auto& candidate : std::exchange(waiting_local, {}))
        steps.emplace_back(SendCandidate{std::move(candidate)});
}

void Negotiation::add_waiting_candidates(NegotiationSteps& steps) {
    for (auto& candidate : std::exchange(waiting_remote, {}))
        steps.emplace_back(AddCandidate{std::move(candidate)});
}

}  // namespace malgil::call
