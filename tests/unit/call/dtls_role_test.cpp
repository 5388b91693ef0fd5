#include "client/call/dtls_role.hpp"

#include "client/call/negotiation.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <tuple>

namespace malgil::call {
namespace {

std::string answer_of(const std::string& setup) {
    return "v=0\r\no=- 5 1 IN IP4 127.0.0.1\r\n"
           "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=setup:" +
           setup + "\r\na=mid:0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\na=setup:" + setup +
           "\r\n";
}

TEST_CASE("an answer says whether its sender is client or server of DTLS") {
    CHECK(dtls_role_in(answer_of("active")) == DtlsRole::client);
    CHECK(dtls_role_in(answer_of("passive")) == DtlsRole::server);
    CHECK(dtls_role_in("v=0\na=setup:passive\nm=audio") == DtlsRole::server);
    CHECK(dtls_role_in("v=0\na=setup:active") == DtlsRole::client);
}

TEST_CASE("an offer, and what is none of both, says nothing of DTLS roles") {
    for (const auto* setup : {"actpass", "holdconn", "", "activex", "Active"})
        CHECK(dtls_role_in(answer_of(setup)) == std::nullopt);
    CHECK(dtls_role_in("") == std::nullopt);
    CHECK(dtls_role_in("s=a=setup:active") == std::nullopt);
    CHECK(opposite(DtlsRole::client) == DtlsRole::server);
    CHECK(opposite(DtlsRole::server) == DtlsRole::client);
}

TEST_CASE("another DTLS role is written into each section, and nothing else changes") {
    CHECK(with_dtls_role(answer_of("active"), DtlsRole::server) == answer_of("passive"));
    CHECK(with_dtls_role(answer_of("passive"), DtlsRole::client) == answer_of("active"));
    CHECK(with_dtls_role(answer_of("active"), DtlsRole::client) == answer_of("active"));
    CHECK(with_dtls_role(answer_of("actpass"), DtlsRole::client) == answer_of("actpass"));
    CHECK(with_dtls_role("v=0\na=setup:active", DtlsRole::server) == "v=0\na=setup:passive");
    CHECK(with_dtls_role("", DtlsRole::server).empty());
}

TEST_CASE("the DTLS roles of the first answer stay, whoever answers later and whatever it says") {
    using protocol::SdpType;
    using protocol::SessionDescription;
    using Steps = NegotiationSteps;
    const SessionDescription active{.type = SdpType::answer, .sdp = "v=0\r\na=setup:active\r\n"};
    const SessionDescription passive{.type = SdpType::answer, .sdp = "v=0\r\na=setup:passive\r\n"};
    const auto own_answer_sent = [](Negotiation& negotiation, const SessionDescription& answer) {
        std::ignore = negotiation.offer_received({.type = SdpType::offer, .sdp = "peer's offer"});
        std::ignore = negotiation.applied();
        return negotiation.described(answer);
    };
    const auto answer_applied = [](Negotiation& negotiation, const SessionDescription& answer) {
        std::ignore = negotiation.needed();
        std::ignore = negotiation.described({.type = SdpType::offer, .sdp = "own offer"});
        auto steps = negotiation.answer_received(answer);
        std::ignore = negotiation.applied();
        return steps;
    };
    Negotiation negotiation;
    SECTION("the first was the peer's") {
        CHECK(answer_applied(negotiation, active) == Steps{Apply{active}});
        CHECK(own_answer_sent(negotiation, active) == Steps{SendDescription{passive}});
        CHECK(answer_applied(negotiation, passive) == Steps{Apply{active}});
    }
    SECTION("the first was one's own") {
        CHECK(own_answer_sent(negotiation, active) == Steps{SendDescription{active}});
        CHECK(answer_applied(negotiation, active) == Steps{Apply{passive}});
        CHECK(own_answer_sent(negotiation, passive) == Steps{SendDescription{active}});
    }
    SECTION("to a tutorial client, which takes complete descriptions only") {
        negotiation.trickles = false;
        std::ignore = answer_applied(negotiation, active);
        std::ignore = own_answer_sent(negotiation, active);
        CHECK(negotiation.candidates_overdue() == Steps{ReadDescription{}});
        CHECK(negotiation.read(active) == Steps{SendDescription{passive}});
    }
}

}  // namespace
}  // namespace malgil::call
