#include "client/call/candidate_priority.hpp"

#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

namespace malgil::call {
namespace {

using protocol::IceCandidate;

IceCandidate candidate_with(const std::string& priority, const std::string& fragment,
                            const std::string& rest = " 192.0.2.1 40884 typ host") {
    return {.candidate = "candidate:12 1 UDP " + priority + rest,
            .sdp_mid = "0",
            .sdp_m_line_index = 0,
            .username_fragment = fragment};
}

TEST_CASE("what an ICE restart finds is told with the priority of what was found first") {
    CandidatePriority told;
    for (const auto* priority : {"2122252543", "2122187007", "2105524479"})
        CHECK(told.raised(candidate_with(priority, "a")) == candidate_with(priority, "a"));
    // As Firefox ranks them; one beside the other as before.
    CHECK(told.raised(candidate_with("2121990399", "b")) == candidate_with("2122252543", "b"));
    CHECK(told.raised(candidate_with("2121924863", "b")) == candidate_with("2122187007", "b"));
    CHECK(told.raised(candidate_with("2105262335", "b")) == candidate_with("2105524479", "b"));
    CHECK(told.raised(candidate_with("2121859327", "c")) == candidate_with("2122252543", "c"));
}

TEST_CASE("a browser that ranks all restarts alike is left alone") {
    CandidatePriority told;
    for (const auto* fragment : {"a", "b", "c"})
        CHECK(told.raised(candidate_with("2122260223", fragment)) ==
              candidate_with("2122260223", fragment));
    CHECK(told.raised(candidate_with("2122260224", "d")) == candidate_with("2122260224", "d"));
}

TEST_CASE("a candidate of another type keeps its place below") {
    CandidatePriority told;
    std::ignore = told.raised(candidate_with("2122252543", "a"));
    const auto relayed = candidate_with("92216831", "b", " 192.0.2.9 5000 typ relay");
    CHECK(told.raised(relayed) == relayed);
}

TEST_CASE("what has no priority, or none that is possible, is told as it is") {
    CandidatePriority told;
    std::ignore = told.raised(candidate_with("2122252543", "a"));
    std::ignore = told.raised(candidate_with("2122187007", "b"));
    for (const auto* text :
         {"", "candidate:12", "candidate:12 1 UDP", "candidate:12 1 UDP x 192.0.2.1"}) {
        auto odd = candidate_with("1", "b");
        odd.candidate = text;
        CHECK(told.raised(odd) == odd);
    }
    for (const auto* priority : {"0", "-1", "2147483647", "4294967295", "99999999999", "1e9"})
        CHECK(told.raised(candidate_with(priority, "b")) == candidate_with(priority, "b"));
    CHECK(told.raised(candidate_with("7", "b", "")) == candidate_with("65543", "b", ""));
}

}  // namespace
}  // namespace malgil::call
