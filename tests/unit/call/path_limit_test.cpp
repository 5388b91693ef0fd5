#include "client/call/path_limit.hpp"

#include "tests/unit/call/measurements.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace malgil::test {
namespace {

using call::LimitedBy;
using call::PathLimit;
using call::VideoEncoding;
using namespace std::chrono_literals;

/// A path over time, and the limit that follows it.
struct Journey {
    TestedPath path;
    VideoEncoding wanted{};
    call::Statistics statistics{};
    call::Milliseconds now{0};
    PathLimit limit{};

    void seconds(int count) {
        measure(path, statistics, now, count / 2,
                [this] { limit.observe(now, statistics, wanted); });
    }
};

TEST_CASE("a good path limits nothing") {
    Journey journey;
    journey.seconds(120);
    CHECK(journey.limit.step == 0);
    const VideoEncoding all{.max_bitrate = 700'000, .scale_resolution_by = 2, .max_framerate = 24};
    CHECK(journey.limit.camera(all) == all);
    CHECK(journey.limit.camera({}) == VideoEncoding{});
}

TEST_CASE("lasting loss steps the video down until the path bears it, and no further") {
    Journey journey{.path = {.loss_out = 0.15}};
    journey.seconds(2);
    CHECK(journey.limit.step == 0);
    journey.seconds(12);
    CHECK(journey.limit.step == 1);
    journey.path.loss_out = 0.05;
    journey.seconds(60);
    CHECK(journey.limit.step <= 2);
    journey.path.loss_out = 0.3;
    journey.seconds(60);
    CHECK(journey.limit.step == PathLimit::last_step);
}

TEST_CASE("a moment of loss changes nothing") {
    Journey journey;
    for (int i = 0; i < 10; ++i) {
        journey.path.loss_out = 0.5;
        journey.seconds(2);
        journey.path.loss_out = 0;
        journey.seconds(10);
    }
    CHECK(journey.limit.step == 0);
}

TEST_CASE("a line of 500 kbit/s is stepped down to, with room for the sound") {
    Journey journey{.path = {.available = 450'000, .limited = LimitedBy::bandwidth}};
    journey.seconds(60);
    CHECK(journey.limit.step == 1);
    journey.path.available = 240'000;
    journey.seconds(20);
    CHECK(journey.limit.step == 2);
    CHECK(journey.limit.camera({}).max_bitrate == 450'000);
}

TEST_CASE("where the line is thin but nothing is held back, nothing is limited") {
    Journey journey{.path = {.available = 100'000}};
    journey.seconds(60);
    CHECK(journey.limit.step == 0);
}

TEST_CASE("where less is sent than the line is thought to bear, it is not what limits") {
    // As Chromium sees a line to Firefox: half as much again as what is sent, and it sends little.
    Journey journey{
        .path = {.kilobits_out = 200, .available = 300'000, .limited = LimitedBy::bandwidth}};
    journey.seconds(60);
    CHECK(journey.limit.step == 0);

    SECTION(
        "after a narrow line the video comes back, although the browser expects no more of it") {
        journey.path.kilobits_out = 310;
        journey.seconds(60);
        REQUIRE(journey.limit.step > 0);
        journey.path.kilobits_out = 110;
        journey.path.available = 185'000;
        journey.seconds(30);
        CHECK(journey.limit.step == 0);
    }
    SECTION("but packets that wait on the way say that it is") {
        journey.path.round_trip = 300;
        journey.seconds(30);
        CHECK(journey.limit.step > 0);
    }
}

TEST_CASE("a long way is no queue") {
    Journey journey{.path = {.round_trip = 600, .available = 800'000}};
    journey.seconds(60);
    journey.limit.step = 1;
    journey.seconds(20);
    CHECK(journey.limit.step == 0);
}

TEST_CASE("a computer that is too slow sends less, but something to recognise") {
    Journey journey{.path = {.limited = LimitedBy::cpu}};
    journey.seconds(120);
    CHECK(journey.limit.step == 2);
}

TEST_CASE("after some good seconds the video steps up again") {
    Journey journey{.path = {.loss_out = 0.2}};
    journey.seconds(14);
    REQUIRE(journey.limit.step > 0);
    journey.path.loss_out = 0;
    journey.seconds(10);
    const int before = journey.limit.step;
    journey.seconds(60);
    CHECK(before > 0);
    CHECK(journey.limit.step == 0);
}

TEST_CASE("a step up that fails is tried less and less often") {
    Journey journey{.path = {.available = 1'000'000}};
    int changes = 0;
    // given: a path that bears the first step back, and never the whole
    for (int i = 0; i < 300; ++i) {
        const int before = journey.limit.step;
        journey.path.limited = before == 0 ? LimitedBy::cpu : LimitedBy::nothing;
        journey.seconds(2);
        changes += journey.limit.step != before ? 1 : 0;
    }
    CHECK(changes < 30);
    CHECK(journey.limit.patience == PathLimit::most_patience);
}

TEST_CASE("each step sends less than the one before, and never more than is wanted") {
    for (const VideoEncoding& wanted :
         {VideoEncoding{},
          VideoEncoding{.max_bitrate = 180'000, .scale_resolution_by = 4, .max_framerate = 15}}) {
        VideoEncoding former = PathLimit{.step = 1}.camera(wanted);
        for (int step = 2; step <= PathLimit::last_step; ++step) {
            const auto now = PathLimit{.step = step}.camera(wanted);
            CHECK(now.max_bitrate <= former.max_bitrate);
            CHECK(now.max_bitrate >= 60'000);
            CHECK(now.scale_resolution_by >= former.scale_resolution_by);
            CHECK(now.max_framerate <= former.max_framerate);
            CHECK(now.scale_resolution_by <= std::max(6.0, wanted.scale_resolution_by));
            former = now;
        }
    }
}

TEST_CASE("a shared screen keeps its resolution") {
    const VideoEncoding wanted{.max_bitrate = 2'500'000, .max_framerate = 30};
    const auto limited = PathLimit{.step = 2}.screen(wanted);
    CHECK(limited.scale_resolution_by == wanted.scale_resolution_by);
    CHECK(limited.max_bitrate == 750'000);
    CHECK(limited.max_framerate == 15);
}

}  // namespace
}  // namespace malgil::test
