// When candidates are sent, and when those of the peer are added.
#include "tests/unit/call/negotiations.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

namespace malgil::call {
namespace {

using Steps = NegotiationSteps;
using namespace test;
using protocol::SdpType;
using protocol::SessionDescription;

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

}  // namespace
}  // namespace malgil::call
