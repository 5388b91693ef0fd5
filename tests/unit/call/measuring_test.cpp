#include "client/call/measuring.hpp"

#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/measurements.hpp"
#include "tests/unit/call/print.hpp"
#include "tests/unit/call/world.hpp"

#include <catch2/catch_test_macros.hpp>

namespace malgil::test {
namespace {

using call::LimitedBy;
using call::NoticeKind;
using call::Quality;
using call::QualityReason;
using namespace std::chrono_literals;

/// Alice and bob in a call, on a path that the test decides on.
struct Pair {
    World world;
    TestedPath to_bob;    // as alice's browser measures it
    TestedPath to_alice;  // as bob's does
    double seconds = 2;

    Pair() {
        for (const auto* name : {"alice", "bob"}) {
            world.open_page(name);
            world.call(name);
            world.settle();
        }
        alice().measured = [this](const std::string&) { return to_bob.next(seconds); };
        world.page("bob").measured = [this](const std::string&) { return to_alice.next(seconds); };
    }

    FakePage& alice() { return world.page("alice"); }

    [[nodiscard]] const call::PeerPath& path() { return world.peer("alice", "bob").path; }

    std::size_t measurements() { return alice().count<call::MeasureConnection>(); }
};

TEST_CASE("connections are measured every two seconds, and every second while somebody looks") {
    Pair pair;
    pair.world.wait(20s);
    CHECK(pair.measurements() == 10);

    pair.seconds = 1;
    pair.world.post("alice", call::Intent(call::WatchStatistics{.on = true}));
    CHECK(pair.measurements() == 11);
    pair.world.wait(10s);
    CHECK(pair.measurements() == 21);

    pair.world.post("alice", call::Intent(call::WatchStatistics{.on = false}));
    pair.world.wait(21s);
    CHECK(pair.measurements() == 32);
}

TEST_CASE("many connections are measured less often: no more than three every two seconds") {
    auto world = call_of({"alice", "bob", "chae", "dana"});
    const auto measurements = [&world] {
        return world.page("alice").count<call::MeasureConnection>();
    };
    const auto of_three = measurements();
    world.wait(12s);
    CHECK(measurements() == of_three + 6 * 3UZ);

    for (const auto* name : {"eli", "finn", "gao"}) {
        world.open_page(name);
        world.call(name);
        world.settle();
    }
    world.wait(4s);
    const auto of_six = measurements();
    world.wait(12s);
    CHECK(measurements() == of_six + 3 * 6UZ);
}

TEST_CASE("where nobody is connected nothing is measured") {
    World world;
    world.open_page("alice");
    world.post("alice", call::Intent(call::WatchStatistics{.on = true}));
    world.call("alice");
    world.settle();
    CHECK_FALSE(world.page("alice").next_timer());
    CHECK(world.page("alice").count<call::MeasureConnection>() == 0);
}

TEST_CASE("measuring ends with the call") {
    Pair pair;
    pair.world.post("alice", call::Intent(call::WatchStatistics{.on = true}));
    pair.world.wait(4s);
    pair.world.post("alice", call::Intent(call::HangUp{}));
    pair.world.settle();
    CHECK_FALSE(pair.alice().next_timer());
    CHECK_FALSE(pair.world.state("alice").watches_statistics);
}

TEST_CASE("measuring a call that nothing happens in changes nothing that is drawn") {
    Pair pair;
    int seen = 0;
    const auto told = pair.alice().count<call::SendState>();
    for (int i = 0; i < 60; ++i) {
        pair.world.wait(2s);
        seen += pair.world.state("alice").unseen ? 0 : 1;
    }
    CHECK(seen == 0);
    CHECK(pair.path().mark.shown == call::Assessment{});
    CHECK(pair.alice().count<call::SendState>() == told);
}

TEST_CASE("what somebody looks at is drawn with each measurement") {
    Pair pair;
    pair.world.post("alice", call::Intent(call::WatchStatistics{.on = true}));
    pair.world.wait(4s);
    CHECK_FALSE(pair.world.state("alice").unseen);
}

TEST_CASE("a quality that changes is seen once") {
    Pair pair;
    pair.world.wait(call::settling);
    pair.to_bob.loss_in = 0.05;
    int seen = 0;
    for (int i = 0; i < 20; ++i) {
        pair.world.wait(2s);
        seen += pair.world.state("alice").unseen ? 0 : 1;
    }
    CHECK(seen == 1);
    CHECK(pair.path().mark.shown.quality == Quality::fair);
    CHECK(pair.path().mark.shown.reason == QualityReason::loss);
}

TEST_CASE("a connection that has just been made finds its rate first") {
    Pair pair;
    pair.to_bob.limited = LimitedBy::bandwidth;
    pair.to_bob.available = 300'000;
    pair.world.wait(8s);
    CHECK(pair.path().mark.shown.quality == Quality::good);
    CHECK(pair.path().limit.step == 0);
    pair.to_bob.limited = LimitedBy::nothing;
    pair.to_bob.available = 2'500'000;
    pair.world.wait(60s);
    CHECK(pair.path().mark.shown.quality == Quality::good);
    CHECK(pair.alice().count<call::EncodeVideo>() == 0);
}

TEST_CASE("a path that loses much gets less video, and all of it once it is well") {
    Pair pair;
    pair.to_bob.loss_out = 0.15;
    pair.world.wait(30s);
    const auto& bob = pair.world.peer("alice", "bob");
    CHECK(pair.path().mark.shown.reason == QualityReason::your_uplink);
    CHECK(bob.encoding.max_bitrate > 0);
    CHECK(bob.encoding.max_bitrate < 1'000'000);
    CHECK(bob.encoding.scale_resolution_by > 1);
    pair.to_bob.loss_out = 0;
    pair.world.wait(120s);
    CHECK(pair.world.peer("alice", "bob").encoding == call::VideoEncoding{});
}

TEST_CASE("whose computer is too slow tells the other, and tells when it is not any more") {
    Pair pair;
    pair.to_alice.limited = LimitedBy::cpu;
    pair.world.wait(30s);
    CHECK(pair.path().their_computer_is_busy);
    CHECK(pair.path().mark.shown.reason == QualityReason::their_computer);
    pair.to_alice.limited = LimitedBy::nothing;
    pair.world.wait(30s);
    CHECK_FALSE(pair.path().their_computer_is_busy);
    CHECK(pair.path().mark.shown == call::Assessment{});
    CHECK(pair.world.violations().empty());
}

TEST_CASE("a new connection begins with nothing known") {
    Pair pair;
    pair.to_bob.loss_in = 0.2;
    pair.world.wait(30s);
    REQUIRE(pair.path().mark.shown.quality == Quality::poor);
    pair.alice().measured = nullptr;
    pair.world.post("bob", call::Intent(call::HangUp{}));
    pair.world.settle();
    pair.world.call("bob");
    pair.world.settle();
    CHECK(pair.path().statistics.samples.empty());
    CHECK(pair.path().mark.shown.quality == Quality::good);
}

TEST_CASE("what comes of a connection that is gone is nobody's") {
    Pair pair;
    pair.world.wait(4s);
    const auto before = pair.path().statistics.samples.size();
    pair.world.post("alice", call::ConnectionMeasured{.connection = call::ConnectionId{9999},
                                                      .measurement = pair.to_bob.next()});
    CHECK(pair.path().statistics.samples.size() == before);
}

TEST_CASE("whether copying worked is said") {
    Pair pair;
    pair.world.post("alice", call::TextCopied{.copied = false});
    CHECK(pair.alice().has_notice(NoticeKind::statistics_not_copied));
    pair.world.post("alice", call::TextCopied{.copied = true});
    CHECK(pair.alice().has_notice(NoticeKind::statistics_copied));
    CHECK_FALSE(pair.alice().has_notice(NoticeKind::statistics_not_copied));
}

}  // namespace
}  // namespace malgil::test
