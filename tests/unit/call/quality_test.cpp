#include "client/call/quality.hpp"

#include "tests/unit/call/measurements.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace malgil::test {
namespace {

using call::Assessment;
using call::LimitedBy;
using call::Quality;
using call::QualityMark;
using call::QualityReason;

constexpr Assessment good{};
constexpr Assessment fair_loss{.quality = Quality::fair, .reason = QualityReason::loss};
constexpr Assessment poor_loss{.quality = Quality::poor, .reason = QualityReason::loss};
constexpr Assessment fair_delay{.quality = Quality::fair, .reason = QualityReason::delay};

Assessment assessment_of(const TestedPath& given, bool their_computer_is_busy = false,
                         int wanted = 0) {
    TestedPath path = given;
    call::Statistics statistics;
    call::Milliseconds now{0};
    measure(path, statistics, now, 5);
    return call::assess(statistics, their_computer_is_busy, wanted);
}

TEST_CASE("nothing known, nothing wrong") {
    CHECK(call::assess({}, false, 0) == good);
    CHECK(assessment_of({}) == good);
}

TEST_CASE("each reason is told") {
    CHECK(assessment_of({.loss_in = 0.05}) == fair_loss);
    CHECK(assessment_of({.loss_in = 0.2}) == poor_loss);
    CHECK(assessment_of({.round_trip = 350}) == fair_delay);
    CHECK(assessment_of({.round_trip = 800}).quality == Quality::poor);
    CHECK(assessment_of({.loss_out = 0.05}) ==
          Assessment{.quality = Quality::fair, .reason = QualityReason::your_uplink});
    CHECK(assessment_of({}, true) ==
          Assessment{.quality = Quality::fair, .reason = QualityReason::their_computer});
    CHECK(assessment_of({.frames = 3}, true).quality == Quality::poor);
}

TEST_CASE("the worst of them is told") {
    CHECK(assessment_of({.loss_in = 0.2, .round_trip = 350}, true) == poor_loss);
    CHECK(assessment_of({.loss_in = 0.05, .round_trip = 800}).reason == QualityReason::delay);
}

TEST_CASE("a thin line is told where the browser is held back by it, not by a limit of our own") {
    constexpr Assessment thin{.quality = Quality::fair, .reason = QualityReason::your_uplink};
    CHECK(assessment_of({.available = 400'000, .limited = LimitedBy::bandwidth}) == thin);
    CHECK(assessment_of({.available = 100'000, .limited = LimitedBy::bandwidth}).quality ==
          Quality::poor);
    CHECK(assessment_of({.available = 400'000}) == good);
    CHECK(assessment_of({.available = 400'000, .limited = LimitedBy::bandwidth}, false, 300'000) ==
          good);
    CHECK(assessment_of({.available = std::nullopt, .limited = LimitedBy::bandwidth}) == good);
}

TEST_CASE("three bad samples in a row make it worse, five good ones better") {
    QualityMark mark;
    CHECK_FALSE(mark.judge(fair_loss));
    CHECK_FALSE(mark.judge(fair_loss));
    CHECK(mark.shown == good);
    CHECK(mark.judge(fair_loss));
    CHECK(mark.shown == fair_loss);
    for (int i = 0; i < 4; ++i)
        CHECK_FALSE(mark.judge(good));
    CHECK(mark.shown == fair_loss);
    CHECK(mark.judge(good));
    CHECK(mark.shown == good);
}

TEST_CASE("a single bad sample now and then changes nothing") {
    QualityMark mark;
    for (int i = 0; i < 50; ++i)
        CHECK_FALSE(mark.judge(i % 2 == 0 ? poor_loss : good));
    CHECK(mark.shown == good);
}

TEST_CASE("of some bad samples the mildest one counts, of some better ones the worst") {
    QualityMark mark;
    for (const Assessment& each : {poor_loss, fair_delay, poor_loss})
        mark.judge(each);
    CHECK(mark.shown == fair_delay);

    mark.shown = poor_loss;
    for (const Assessment& each : {good, fair_delay, good, good, good})
        mark.judge(each);
    CHECK(mark.shown == fair_delay);
}

TEST_CASE("another reason for the same quality takes its time") {
    QualityMark mark{.shown = fair_loss};
    for (int i = 0; i < 4; ++i)
        CHECK_FALSE(mark.judge(fair_delay));
    CHECK(mark.judge(fair_delay));
    CHECK(mark.shown == fair_delay);
}

}  // namespace
}  // namespace malgil::test
