#include "tests/link/shaper.hpp"

#include <catch2/catch_test_macros.hpp>

namespace malgil::test {
namespace {

using namespace std::chrono_literals;

Shaper::Frame frame(std::size_t size, std::byte mark = {}) {
    return Shaper::Frame(size, mark);
}

TEST_CASE("without conditions a frame leaves when it comes") {
    Shaper shaper(1);
    CHECK_FALSE(shaper.next());
    shaper.take(frame(100), 5ms);
    CHECK(shaper.next() == 5ms);
    CHECK(shaper.give(5ms)->size() == 100);
    CHECK_FALSE(shaper.give(1s));
}

TEST_CASE("a delay holds each frame back, and none overtakes when it gets shorter") {
    Shaper shaper(1);
    shaper.set({.delay = 200});
    shaper.take(frame(1), 0ms);
    shaper.set({});
    shaper.take(frame(2), 10ms);
    CHECK_FALSE(shaper.give(199ms));
    CHECK(shaper.give(200ms)->size() == 1);
    CHECK(shaper.give(200ms)->size() == 2);
}

TEST_CASE("a rate spaces the frames, and drops what would wait for too long") {
    Shaper shaper(1);
    shaper.set({.rate = 80});
    for (int i = 0; i < 10; ++i)
        shaper.take(frame(1000), 0ms);  // 100 ms each
    for (const auto leaves : {100ms, 200ms, 300ms, 400ms}) {
        CHECK(shaper.next() == leaves);
        CHECK(shaper.give(leaves));
    }
    CHECK_FALSE(shaper.next());
}

TEST_CASE("a loss drops as many as it says") {
    Shaper shaper(1);
    shaper.set({.loss = 5});
    for (int i = 0; i < 10'000; ++i)
        shaper.take(frame(1), 0ms);
    int through = 0;
    while (shaper.give(0ms))
        ++through;
    CHECK(through > 9400);
    CHECK(through < 9600);
}

TEST_CASE("conditions are read from a line") {
    CHECK(parse_conditions("") == Conditions{});
    CHECK(parse_conditions("rate 500") == Conditions{.rate = 500});
    CHECK(parse_conditions("loss 5 delay 200 rate 500") ==
          Conditions{.loss = 5, .delay = 200, .rate = 500});
    for (const auto* line : {"loss", "loss x", "loss -1", "loss 101", "speed 3", "loss 5%"})
        CHECK_FALSE(parse_conditions(line));
}

}  // namespace
}  // namespace malgil::test
