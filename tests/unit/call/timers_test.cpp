#include "client/call/timers.hpp"

#include "tests/unit/call/print.hpp"
#include "tests/unit/call/turn_fixture.hpp"

#include <catch2/catch_test_macros.hpp>

namespace malgil::call {
namespace {

using namespace std::chrono_literals;

class TimersTest : public test::TurnFixture {};

TEST_CASE_METHOD(TimersTest, "a timer that is started anew has a new ID, and the former is stale") {
    const auto first = in_turn([](Turn& turn) { turn.start(CountDown{}, 1s); });
    REQUIRE(first == Effects{StartTimer{.timer = TimerId{1}, .delay = 1s}});
    const auto second = in_turn([](Turn& turn) { turn.start(CountDown{}, 2s); });
    CHECK(second == Effects{StopTimer{TimerId{1}}, StartTimer{.timer = TimerId{2}, .delay = 2s}});
    CHECK_FALSE(timers.remove(TimerId{1}));
    CHECK(timers.remove(TimerId{2}) == TimerPurpose(CountDown{}));
    CHECK_FALSE(timers.remove(TimerId{2}));
}

TEST_CASE_METHOD(TimersTest, "timers of one kind are told apart by what they are about") {
    in_turn([](Turn& turn) {
        turn.start(NoticeOver{NoticeId{1}}, 1s);
        turn.start(NoticeOver{NoticeId{2}}, 1s);
    });
    CHECK(in_turn([](Turn& turn) { turn.stop(NoticeOver{NoticeId{1}}); }).size() == 1);
    CHECK(in_turn([](Turn& turn) { turn.stop(NoticeOver{NoticeId{1}}); }).empty());
    CHECK(timers.runs(NoticeOver{NoticeId{2}}));
    CHECK_FALSE(timers.runs(NoticeOver{NoticeId{1}}));
}

}  // namespace
}  // namespace malgil::call
