#include "client/call/dtls_role.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

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

}  // namespace
}  // namespace malgil::call
