#include "client/call/signaling.hpp"

#include "tests/unit/call/print.hpp"
#include "tests/unit/call/turn_fixture.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstddef>
#include <limits>
#include <variant>

namespace malgil::call {
namespace {

using namespace std::chrono_literals;

const protocol::Join membership{.channel = *protocol::ChannelName::parse("standup"),
                                .user = *protocol::UserId::parse("alice"),
                                .protocol = 1,
                                .resume = std::nullopt};

class SignalingTest : test::TurnFixture {
public:
    Effects start() {
        return in_turn([&](Turn& turn) { signaling.start(turn, membership); });
    }

    Effects opened() {
        return in_turn([&](Turn& turn) { signaling.opened(turn); });
    }

    Effects joined() {
        return in_turn([&](Turn& turn) { signaling.joined(turn); });
    }

    Effects lost() {
        return in_turn([&](Turn& turn) { signaling.lost(turn); });
    }

    Effects stop() {
        return in_turn([&](Turn& turn) { signaling.stop(turn); });
    }

    Effects retry() {
        return in_turn([&](Turn& turn) { signaling.retry(turn); });
    }

    /// The timer of the count-down ends, late by so much.
    Effects count_down(Milliseconds elapsed) {
        moment.now += elapsed;
        timers.remove(CountDown{});
        return in_turn([&](Turn& turn) { signaling.count_down(turn); });
    }

    using TurnFixture::in_turn;
    using TurnFixture::moment;
    Signaling signaling;
};

TEST_CASE_METHOD(SignalingTest,
                 "a place where more got lost than is kept is left, and joined anew") {
    protocol::Welcome welcome;
    welcome.resume = "token";
    start();
    opened();
    in_turn([&](Turn& turn) { CHECK_FALSE(signaling.welcomed(turn, welcome)); });
    joined();
    lost();
    const auto send = [&](std::size_t count) {
        in_turn([&](Turn& turn) {
            for (std::size_t i = 0; i < count; ++i)
                signaling.send(turn, protocol::SignalKind::ice_candidate, {"null"},
                               *protocol::UserId::parse("bob"));
        });
    };
    send(max_outgoing);
    in_turn([&](Turn& turn) { CHECK_FALSE(signaling.reclaim(turn, welcome)); });

    send(1);
    const auto effects = in_turn([&](Turn& turn) { CHECK(signaling.reclaim(turn, welcome)); });
    REQUIRE(effects.size() == 2);
    CHECK(std::holds_alternative<protocol::Quit>(std::get<SendMessage>(effects[0]).message));
    CHECK(std::get<protocol::Join>(std::get<SendMessage>(effects[1]).message) == membership);
    CHECK_FALSE(signaling.takes(protocol::PeerJoined{{*protocol::UserId::parse("bob"), 1}}));

    welcome.resume = "another token";
    in_turn([&](Turn& turn) {
        CHECK_FALSE(signaling.reclaim(turn, welcome));
        CHECK_FALSE(signaling.welcomed(turn, welcome));
    });
    CHECK(signaling.takes(protocol::PeerJoined{{*protocol::UserId::parse("bob"), 1}}));
}

TEST_CASE("the back-off grows, is capped, and lies anywhere below") {
    constexpr auto highest = std::numeric_limits<std::uint64_t>::max();
    for (const std::uint64_t random : {std::uint64_t{0}, std::uint64_t{12'345'678}, highest}) {
        CHECK(back_off_delay(1, random) <= 1s);
        CHECK(back_off_delay(2, random) <= 2s);
        CHECK(back_off_delay(4, random) <= 4s);
        CHECK(back_off_delay(5, random) <= 4s);
        CHECK(back_off_delay(1'000'000, random) <= 4s);
        CHECK(back_off_delay(1, random) > 0s);
    }
    CHECK(back_off_delay(1, 999) == 1s);
    CHECK(back_off_delay(2, 1999) == 2s);
    CHECK(back_off_delay(9, 3'999) == 4s);
    CHECK(back_off_delay(9, 0) == 1ms);
}

TEST_CASE_METHOD(SignalingTest, "it connects, then joins") {
    const auto opening = start();
    CHECK(opening.front() == Effect(OpenSocket{signaling.socket}));
    CHECK(signaling.state == SignalingState::connecting);
    const auto joining = opened();
    CHECK(joining.front() ==
          Effect(SendMessage{.socket = signaling.socket, .message = membership}));
    CHECK(signaling.state == SignalingState::joining);
    joined();
    CHECK(signaling.state == SignalingState::joined);
    CHECK(opened().empty());
}

TEST_CASE_METHOD(SignalingTest, "the count-down goes by the clock, second by second") {
    start();
    signaling.failures = 3;
    moment.random = 2'499;  // 2.5 s of 8
    CHECK(lost().back() == Effect(StartTimer{.timer = TimerId{3}, .delay = 500ms}));
    CHECK(signaling.seconds_left == 3);
    CHECK(count_down(500ms).back() == Effect(StartTimer{.timer = TimerId{4}, .delay = 1s}));
    CHECK(signaling.seconds_left == 2);

    SECTION("on time") {
        count_down(1s);
        CHECK(signaling.seconds_left == 1);
        count_down(1s);
        CHECK(signaling.state == SignalingState::connecting);
    }
    SECTION("late, in a page in the background") {
        count_down(60s);
        CHECK(signaling.state == SignalingState::connecting);
        CHECK(signaling.seconds_left == 0);
    }
}

TEST_CASE_METHOD(SignalingTest, "trying now ends the waiting, and only that") {
    start();
    CHECK(retry().empty());
    lost();
    const auto former = signaling.socket;
    CHECK_FALSE(signaling.is_current(former));
    const auto effects = retry();
    CHECK(std::holds_alternative<StopTimer>(effects.front()));
    CHECK(signaling.state == SignalingState::connecting);
    CHECK(signaling.socket != former);
    CHECK(signaling.is_current(signaling.socket));
    CHECK_FALSE(signaling.is_current(former));
}

TEST_CASE_METHOD(SignalingTest, "stopping leaves properly where it is joined") {
    start();
    const auto socket = signaling.socket;
    const Effect quit = SendMessage{
        .socket = socket,
        .message = protocol::Quit{.channel = membership.channel, .user = membership.user}};
    SECTION("connecting") {
        CHECK(stop() == Effects{CloseSocket{socket}, StopTimer{TimerId{2}}});
    }
    SECTION("joined") {
        opened();
        joined();
        CHECK(stop() == Effects{quit, CloseSocket{socket}});
    }
    SECTION("waiting: there is nothing to close") {
        lost();
        const auto effects = stop();
        CHECK(effects.size() == 1);
        CHECK(std::holds_alternative<StopTimer>(effects.front()));
    }
    CHECK(signaling.state == SignalingState::idle);
    CHECK(stop().empty());
}

}  // namespace
}  // namespace malgil::call
