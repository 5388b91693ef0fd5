#include "client/call/negotiation.hpp"

#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

namespace malgil::call {
namespace {

using protocol::IceCandidate;
using protocol::SdpType;
using protocol::SessionDescription;

const SessionDescription own_offer{.type = SdpType::offer, .sdp = "own offer"};
const SessionDescription own_answer{.type = SdpType::answer, .sdp = "own answer"};
const SessionDescription peers_offer{.type = SdpType::offer, .sdp = "peer's offer"};
const SessionDescription peers_answer{.type = SdpType::answer, .sdp = "peer's answer"};

IceCandidate candidate(const char* text) {
    return {.candidate = text,
            .sdp_mid = "0",
            .sdp_m_line_index = 0,
            .username_fragment = std::nullopt};
}

Negotiation impolite() {
    return {};
}

Negotiation polite() {
    Negotiation negotiation;
    negotiation.polite = true;
    return negotiation;
}

/// An offer is sent and not answered yet.
Negotiation after_own_offer(Negotiation negotiation) {
    std::ignore = negotiation.needed();
    std::ignore = negotiation.described(own_offer);
    return negotiation;
}

/// Both sides have agreed once.
Negotiation settled(Negotiation negotiation) {
    negotiation = after_own_offer(std::move(negotiation));
    std::ignore = negotiation.answer_received(peers_answer);
    std::ignore = negotiation.applied();
    return negotiation;
}

using Steps = NegotiationSteps;

TEST_CASE("an offer is made when it is needed, sent when it is set, and ended by its answer") {
    auto negotiation = impolite();
    CHECK(negotiation.needed() == Steps{Describe{}});
    CHECK(negotiation.described(own_offer) == Steps{SendDescription{own_offer}});
    CHECK(negotiation.answer_received(peers_answer) == Steps{Apply{peers_answer}});
    CHECK(negotiation.applied().empty());
    CHECK(negotiation.stage == Negotiation::Stage::stable);
}

TEST_CASE("an offer is applied and answered") {
    auto negotiation = impolite();
    CHECK(negotiation.offer_received(peers_offer) == Steps{Apply{peers_offer}});
    CHECK(negotiation.applied() == Steps{Describe{}});
    CHECK(negotiation.described(own_answer) == Steps{SendDescription{own_answer}});
    CHECK(negotiation.stage == Negotiation::Stage::stable);
}

TEST_CASE("in a glare the impolite side ignores the offer of the other") {
    SECTION("its own is being made") {
        auto negotiation = impolite();
        std::ignore = negotiation.needed();
        CHECK(negotiation.offer_received(peers_offer).empty());
        CHECK(negotiation.ignoring_offer);
        CHECK(negotiation.described(own_offer) == Steps{SendDescription{own_offer}});
    }
    SECTION("its own is sent") {
        auto negotiation = after_own_offer(impolite());
        CHECK(negotiation.offer_received(peers_offer).empty());
        CHECK(negotiation.ignoring_offer);
        CHECK(negotiation.answer_received(peers_answer) == Steps{Apply{peers_answer}});
        CHECK_FALSE(negotiation.ignoring_offer);
    }
}

TEST_CASE("in a glare the polite side gives way") {
    SECTION("its own offer is being made: it is never sent") {
        auto negotiation = polite();
        std::ignore = negotiation.needed();
        CHECK(negotiation.offer_received(peers_offer).empty());
        CHECK(negotiation.described(own_offer) == Steps{Apply{peers_offer}});
        CHECK(negotiation.applied() == Steps{Describe{}});
        CHECK(negotiation.described(own_answer) == Steps{SendDescription{own_answer}});
    }
    SECTION("its own offer is sent: it is rolled back") {
        auto negotiation = after_own_offer(polite());
        CHECK(negotiation.offer_received(peers_offer) == Steps{Apply{peers_offer}});
        CHECK(negotiation.applied() == Steps{Describe{}});
    }
}

TEST_CASE("an offer that comes while an answer is being applied is no glare") {
    auto negotiation = after_own_offer(impolite());
    std::ignore = negotiation.answer_received(peers_answer);
    CHECK(negotiation.offer_received(peers_offer).empty());
    CHECK_FALSE(negotiation.ignoring_offer);
    CHECK(negotiation.applied() == Steps{Apply{peers_offer}});
}

TEST_CASE("an answer without an own offer is late, and ignored") {
    auto negotiation = after_own_offer(polite());
    std::ignore = negotiation.offer_received(peers_offer);
    CHECK(negotiation.answer_received(peers_answer).empty());
    std::ignore = negotiation.applied();
    CHECK(negotiation.answer_received(peers_answer).empty());
    std::ignore = negotiation.described(own_answer);
    CHECK(negotiation.answer_received(peers_answer).empty());
}

TEST_CASE("an offer that is needed in the middle of a negotiation is made after it") {
    auto negotiation = impolite();
    std::ignore = negotiation.offer_received(peers_offer);
    CHECK(negotiation.needed().empty());
    CHECK(negotiation.applied() == Steps{Describe{}});
    CHECK(negotiation.described(own_answer) == Steps{SendDescription{own_answer}, Describe{}});
}

TEST_CASE("of two offers of a peer only the newer one is answered") {
    auto negotiation = impolite();
    const SessionDescription newer{.type = SdpType::offer, .sdp = "newer offer"};
    std::ignore = negotiation.offer_received(peers_offer);
    CHECK(negotiation.offer_received(newer).empty());
    CHECK(negotiation.applied() == Steps{Apply{newer}});
    CHECK(negotiation.applied() == Steps{Describe{}});
    CHECK(negotiation.described(own_answer) == Steps{SendDescription{own_answer}});
}

TEST_CASE("candidates wait for the remote description") {
    auto negotiation = impolite();
    CHECK(negotiation.candidate_received(candidate("one")).empty());
    std::ignore = negotiation.offer_received(peers_offer);
    CHECK(negotiation.candidate_received(candidate("two")).empty());
    CHECK(negotiation.applied() ==
          Steps{AddCandidate{candidate("one")}, AddCandidate{candidate("two")}, Describe{}});
    CHECK(negotiation.candidate_received(std::nullopt) == Steps{AddCandidate{std::nullopt}});
}

TEST_CASE("no more candidates wait than an honest peer has") {
    auto negotiation = impolite();
    for (std::size_t count = 0; count < 10 * max_waiting_candidates; ++count)
        std::ignore = negotiation.candidate_received(candidate("x"));
    std::ignore = negotiation.offer_received(peers_offer);
    CHECK(negotiation.applied().size() == max_waiting_candidates + 1);
}

TEST_CASE("candidates found before the description is set are sent after it") {
    auto negotiation = impolite();
    std::ignore = negotiation.needed();
    CHECK(negotiation.candidate_found(candidate("early")).empty());
    CHECK(negotiation.described(own_offer) ==
          Steps{SendDescription{own_offer}, SendCandidate{candidate("early")}});
    CHECK(negotiation.candidate_found(std::nullopt) == Steps{SendCandidate{std::nullopt}});
}

TEST_CASE("candidates of a restart are sent at once, or once its answer is applied") {
    const Steps waiting{SendCandidate{candidate("1")}, SendCandidate{candidate("2")}};
    auto negotiation = settled(impolite());
    std::ignore = negotiation.needed();
    std::ignore = negotiation.described(own_offer);
    CHECK(negotiation.candidate_found(candidate("1")) == Steps{SendCandidate{candidate("1")}});

    negotiation = settled(impolite());
    negotiation.moves_gently = true;
    std::ignore = negotiation.needed();
    CHECK(negotiation.candidate_found(candidate("1")).empty());
    CHECK(negotiation.described(own_offer) == Steps{SendDescription{own_offer}});
    std::ignore = negotiation.answer_received(peers_answer);
    CHECK(negotiation.candidate_found(candidate("2")).empty());
    CHECK(negotiation.applied() == waiting);
    CHECK(negotiation.candidate_found(std::nullopt) == Steps{SendCandidate{std::nullopt}});
}

TEST_CASE("candidates of a restart that gives way are sent after the answer that is made instead") {
    // Firefox keeps what it gathered.
    auto negotiation = settled(polite());
    negotiation.moves_gently = true;
    std::ignore = negotiation.needed();
    std::ignore = negotiation.described(own_offer);
    CHECK(negotiation.candidate_found(candidate("1")).empty());
    std::ignore = negotiation.offer_received(peers_offer);
    CHECK(negotiation.applied() == Steps{Describe{}});
    CHECK(negotiation.described(own_answer) ==
          Steps{SendDescription{own_answer}, SendCandidate{candidate("1")}});
}

TEST_CASE("a peer that cannot trickle gets one complete description") {
    auto negotiation = polite();
    negotiation.trickles = false;
    const SessionDescription complete{.type = SdpType::offer, .sdp = "own offer, candidates"};
    std::ignore = negotiation.needed();

    SECTION("after the last candidate") {
        CHECK(negotiation.described(own_offer) == Steps{AwaitCandidates{}});
        CHECK(negotiation.candidate_found(candidate("one")).empty());
        CHECK(negotiation.candidate_found(std::nullopt) == Steps{ReadDescription{}});
    }
    SECTION("when its time is up") {
        CHECK(negotiation.described(own_offer) == Steps{AwaitCandidates{}});
        CHECK(negotiation.candidates_overdue() == Steps{ReadDescription{}});
        CHECK(negotiation.candidate_found(std::nullopt).empty());
    }
    SECTION("at once, when the last candidate was quicker than the description") {
        CHECK(negotiation.candidate_found(std::nullopt).empty());
        CHECK(negotiation.described(own_offer) == Steps{ReadDescription{}});
    }
    CHECK(negotiation.read(complete) == Steps{SendDescription{complete}});
    CHECK(negotiation.read(complete).empty());
    CHECK(negotiation.candidates_overdue().empty());
}

TEST_CASE("a description that waited for candidates is not sent once an offer overtook it") {
    auto negotiation = polite();
    negotiation.trickles = false;
    std::ignore = negotiation.needed();
    std::ignore = negotiation.described(own_offer);
    std::ignore = negotiation.candidates_overdue();
    CHECK(negotiation.offer_received(peers_offer) == Steps{Apply{peers_offer}});
    CHECK(negotiation.read(own_offer).empty());
    CHECK(negotiation.applied() == Steps{Describe{}});
    CHECK(negotiation.described(own_answer) == Steps{AwaitCandidates{}});
    CHECK(negotiation.candidate_found(std::nullopt) == Steps{ReadDescription{}});
    // what was read of the offer arrives only now
    CHECK(negotiation.read(own_offer).empty());
    CHECK(negotiation.read(own_answer) == Steps{SendDescription{own_answer}});
}

TEST_CASE("each complete description waits for candidates of its own") {
    auto negotiation = polite();
    negotiation.trickles = false;
    std::ignore = negotiation.needed();
    std::ignore = negotiation.described(own_offer);
    std::ignore = negotiation.candidate_found(std::nullopt);
    std::ignore = negotiation.read(own_offer);
    std::ignore = negotiation.answer_received(peers_answer);
    std::ignore = negotiation.applied();
    std::ignore = negotiation.needed();
    CHECK(negotiation.described(own_offer) == Steps{AwaitCandidates{}});
}

TEST_CASE("candidates wait for the newer of two offers") {
    auto negotiation = impolite();
    const SessionDescription newer{.type = SdpType::offer, .sdp = "newer offer"};
    std::ignore = negotiation.offer_received(peers_offer);
    std::ignore = negotiation.offer_received(newer);
    std::ignore = negotiation.candidate_received(candidate("of the newer one"));
    CHECK(negotiation.applied() == Steps{Apply{newer}});
    CHECK(negotiation.applied() == Steps{AddCandidate{candidate("of the newer one")}, Describe{}});
}

TEST_CASE("an unanswered offer is sent again to a peer that is back") {
    auto negotiation = after_own_offer(impolite());
    CHECK(negotiation.peer_is_back() == Steps{ReadDescription{}});
    CHECK(negotiation.read(own_offer) == Steps{SendDescription{own_offer}});
    CHECK(settled(impolite()).peer_is_back().empty());
}

TEST_CASE("a failed operation does not block the next one") {
    SECTION("an offer that cannot be applied") {
        auto negotiation = impolite();
        std::ignore = negotiation.offer_received(peers_offer);
        CHECK(negotiation.failed().empty());
        CHECK(negotiation.offer_received(peers_offer) == Steps{Apply{peers_offer}});
    }
    SECTION(
        "an offer that could not be applied over one's own: that may be gone, a new one is made") {
        auto negotiation = after_own_offer(polite());
        std::ignore = negotiation.offer_received(peers_offer);
        CHECK(negotiation.failed() == Steps{Describe{}});
    }
    SECTION("an answer that cannot be made is not tried for ever") {
        auto negotiation = impolite();
        std::ignore = negotiation.offer_received(peers_offer);
        std::ignore = negotiation.applied();
        CHECK(negotiation.failed().empty());
        CHECK(negotiation.offer_received(peers_offer) == Steps{Apply{peers_offer}});
    }
    SECTION("an offer that cannot be made") {
        auto negotiation = impolite();
        std::ignore = negotiation.needed();
        CHECK(negotiation.failed().empty());
        CHECK_FALSE(negotiation.making_offer);
        CHECK(negotiation.needed() == Steps{Describe{}});
    }
}

TEST_CASE("results that belong to no operation change nothing") {
    auto negotiation = settled(impolite());
    CHECK(negotiation.described(own_offer).empty());
    CHECK(negotiation.applied().empty());
    CHECK(negotiation.read(own_offer).empty());
    CHECK(negotiation.stage == Negotiation::Stage::stable);
}

}  // namespace
}  // namespace malgil::call
