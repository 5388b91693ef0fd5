#include "tests/unit/call/negotiations.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

namespace malgil::call {
namespace {

using Steps = NegotiationSteps;
using namespace test;
using protocol::SdpType;
using protocol::SessionDescription;

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
