#include "server/protocol/session_description.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace malgil::protocol;

namespace {

/// The candidate, or the end of candidates, that must be there.
std::optional<IceCandidate> read_candidate(const RawJson& json) {
    const auto candidate = parse_ice_candidate(json);
    REQUIRE(candidate);
    return *candidate;
}

}  // namespace

TEST_CASE("a description reads back as it was written") {
    const auto type =
        GENERATE(SdpType::offer, SdpType::pranswer, SdpType::answer, SdpType::rollback);
    const SessionDescription description{.type = type,
                                         .sdp = "v=0\r\no=- 1 2 IN IP4 0.0.0.0\r\ns=\"\\\t\r\n"};
    const auto parsed = parse_session_description(to_json(description));
    REQUIRE(parsed);
    CHECK(*parsed == description);
    CHECK(to_json({.type = SdpType::offer, .sdp = "v=0\r\n"}).text ==
          R"({"type":"offer","sdp":"v=0\r\n"})");
}

TEST_CASE("a rollback needs no SDP") {
    CHECK(parse_session_description({R"({"type":"rollback"})"}) ==
          SessionDescription{.type = SdpType::rollback, .sdp = ""});
}

TEST_CASE("what is no description is refused") {
    const std::string json =
        GENERATE("null", "[]", "{}", "", "{", R"({"sdp":"v=0"})", R"({"type":7})",
                 R"({"type":"other","sdp":""})", R"({"type":"offer","sdp":7})");
    CAPTURE(json);
    CHECK_FALSE(parse_session_description({json}));
}

TEST_CASE("a candidate reads back as it was written") {
    const IceCandidate whole{.candidate = "candidate:1 1 udp 1 192.0.2.1 9 typ host",
                             .sdp_mid = "0",
                             .sdp_m_line_index = 65535,
                             .username_fragment = "abcd"};
    CHECK(read_candidate(to_json(whole)) == whole);
    const IceCandidate bare{
        .candidate = "", .sdp_mid = {}, .sdp_m_line_index = {}, .username_fragment = {}};
    CHECK(read_candidate(to_json(bare)) == bare);
    CHECK(to_json(std::optional<IceCandidate>()).text == "null");
    CHECK(read_candidate({"null"}) == std::nullopt);
}

TEST_CASE("browsers write null for a member that is not set") {
    const auto candidate = read_candidate(
        {R"({"candidate":"c","sdpMid":null,"sdpMLineIndex":null,"usernameFragment":null})"});
    CHECK(candidate ==
          IceCandidate{
              .candidate = "c", .sdp_mid = {}, .sdp_m_line_index = {}, .username_fragment = {}});
}

TEST_CASE("what is no candidate is refused") {
    const std::string json = GENERATE("[]", "7", "", R"({"candidate":7})", R"({"sdpMid":0})",
                                      R"({"sdpMLineIndex":"0"})", R"({"sdpMLineIndex":65536})",
                                      R"({"sdpMLineIndex":-1})", R"({"usernameFragment":[]})");
    CAPTURE(json);
    CHECK_FALSE(parse_ice_candidate({json}));
}

TEST_CASE("the user name is the first field of the origin line") {
    CHECK(user_name("v=0\r\no=mozilla...THIS_IS_SDPARTA-99.0 46 0 IN IP4 0.0.0.0\r\n") ==
          "mozilla...THIS_IS_SDPARTA-99.0");
    CHECK(user_name("o=-") == "-");
    CHECK(user_name("v=0\r\ns=o=x\r\n").empty());
}

TEST_CASE("the ICE fragment is that of the first line of its kind") {
    CHECK(ice_fragment("v=0\r\na=ice-ufrag:F7gI\r\na=ice-pwd:x\r\na=ice-ufrag:other\r\n") ==
          "F7gI");
    CHECK(ice_fragment("a=ice-ufrag:F7gI") == "F7gI");
    CHECK(ice_fragment("v=0\r\ns=a=ice-ufrag:F7gI\r\n").empty());
    CHECK(ice_fragment("").empty());
}

TEST_CASE("the session ID is the second field of the origin line") {
    CHECK(session_id("v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\ns=-\r\n") ==
          "4611731400430051336");
    CHECK(session_id("o=mozilla 99 0 IN IP4 0.0.0.0") == "99");
    CHECK(session_id("v=0\r\ns=o=- 1\r\n").empty());
    CHECK(session_id("o=-").empty());
    CHECK(session_id("").empty());
}
