#include "client/call/statistics.hpp"

#include "tests/unit/call/measurements.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

namespace malgil::test {
namespace {

using call::Measurement;
using call::Sample;
using call::Statistics;
using Catch::Approx;
using namespace std::chrono_literals;

TEST_CASE("rates are what counters grew by between two measurements") {
    TestedPath path{.kilobits_in = 800, .kilobits_out = 300, .loss_in = 0.1, .frames = 24};
    Statistics statistics;
    call::Milliseconds now{0};
    measure(path, statistics, now, 2);
    const Sample& sample = statistics.samples.back();
    CHECK(sample.bitrate_in == Approx(800'000));
    CHECK(sample.bitrate_out == Approx(300'000));
    CHECK(sample.frame_rate_in == Approx(24));
    CHECK(sample.loss_in == Approx(0.1));
    CHECK(sample.loss_out == Approx(0));
    CHECK(sample.round_trip == Approx(40));
    CHECK(sample.jitter == Approx(3));
    CHECK(sample.height_in == Approx(720));
}

TEST_CASE("what a browser does not tell is no value") {
    Statistics statistics;
    CHECK(statistics.add(1s, Measurement{.at = 1000}));
    CHECK(statistics.add(2s, Measurement{.at = 2000}));
    for (const call::Figure& figure : call::figures)
        CHECK_FALSE((statistics.samples.back().*figure.value).has_value());
    CHECK_FALSE(statistics.recent_loss(&Sample::packets_in).has_value());
}

TEST_CASE("a counter that begins anew makes no rate, and no negative one") {
    TestedPath path;
    Statistics statistics;
    statistics.add(2s, path.next());
    Measurement anew = path.next();
    anew.video_in.bytes = 7;
    anew.video_in.frames = 1;
    statistics.add(4s, anew);
    CHECK_FALSE(statistics.samples.back().bitrate_in.has_value());
    CHECK_FALSE(statistics.samples.back().frame_rate_in.has_value());
    CHECK(statistics.samples.back().bitrate_out.has_value());
}

TEST_CASE("packets that come after all are no loss below nothing") {
    TestedPath path{.loss_in = 0.2};
    Statistics statistics;
    statistics.add(2s, path.next());
    Measurement late = path.next();
    late.video_in.lost = 0;
    statistics.add(4s, late);
    CHECK(statistics.samples.back().loss_in == Approx(0));
}

TEST_CASE("two measurements at nearly the same time count as one") {
    TestedPath path;
    Statistics statistics;
    CHECK(statistics.add(2s, path.next()));
    CHECK_FALSE(statistics.add(2100ms, path.next(0.1)));
    CHECK(statistics.samples.size() == 1);
}

TEST_CASE("samples are kept for two minutes") {
    TestedPath path;
    Statistics statistics;
    call::Milliseconds now{0};
    measure(path, statistics, now, 100);
    CHECK(statistics.samples.size() == 60);
    CHECK(now - statistics.samples.front().at < call::history);
}

TEST_CASE("however often somebody measures, samples take a bounded room") {
    TestedPath path;
    Statistics statistics;
    call::Milliseconds now{0};
    measure(path, statistics, now, 1000, [] {}, 0.4);
    CHECK(statistics.samples.size() == call::max_samples);
}

TEST_CASE("loss is told of the last seconds together, and of enough packets only") {
    // given: the peer reports what it lost every third time only
    TestedPath path;
    Statistics statistics;
    call::Milliseconds now{0};
    measure(path, statistics, now, 5);
    for (int i = 0; i < 3; ++i) {
        path.loss_out = i == 2 ? 0.3 : 0;
        measure(path, statistics, now, 1);
    }
    CHECK(statistics.recent_loss(&Sample::packets_out) == Approx(0.3 / 4));

    TestedPath quiet{.packets = 2, .loss_out = 0.5};
    Statistics few;
    measure(quiet, few, now, 5);
    CHECK_FALSE(few.recent_loss(&Sample::packets_out).has_value());
}

}  // namespace
}  // namespace malgil::test
