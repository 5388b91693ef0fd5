#include "client/call/video_encoding.hpp"

#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

namespace malgil::test {
namespace {

using call::encoding_for;
using call::NoticeKind;

constexpr std::array names{"alice", "bob", "carol", "dora", "eve", "fay", "gil", "hana"};

TEST_CASE("the more peers, the less each of them gets, and all together bear a home's uplink") {
    CHECK(encoding_for(1) == call::VideoEncoding{});
    for (std::size_t peers = 2; peers < 8; ++peers) {
        const auto encoding = encoding_for(peers);
        CHECK(encoding.max_bitrate > 0);
        CHECK(encoding.max_bitrate * static_cast<int>(peers) <= 2'500'000);
        CHECK(encoding.scale_resolution_by >= encoding_for(peers - 1).scale_resolution_by);
        if (peers > 2)
            CHECK(encoding.max_bitrate < encoding_for(peers - 1).max_bitrate);
    }
    CHECK(encoding_for(63) == encoding_for(7));
}

TEST_CASE("a call of two is sent as the browser sees fit") {
    auto world = call_of({"alice", "bob"});
    CHECK(world.page("alice").count<call::EncodeVideo>() == 0);
}

TEST_CASE("who comes and goes changes what everybody sends to everybody") {
    auto world = call_of({"alice", "bob", "carol"});
    for (const auto* one : {"alice", "bob", "carol"})
        for (const auto& peer : world.state(one).roster)
            CHECK(peer.encoding == encoding_for(2));
    CHECK(world.page("alice").count<call::EncodeVideo>() == 2);

    world.post("carol", call::Intent(call::HangUp{}));
    world.settle();
    CHECK(world.peer("alice", "bob").encoding == encoding_for(1));
    CHECK(world.page("alice").count<call::EncodeVideo>() == 3);
    CHECK(world.violations().empty());
}

TEST_CASE("from six members on the call says that it is heavy, once") {
    auto world = call_of({"alice", "bob", "carol", "dora", "eve"});
    CHECK_FALSE(world.page("alice").has_notice(NoticeKind::call_heavy));
    world.open_page("fay");
    world.call("fay");
    world.settle();
    CHECK(world.page("alice").has_notice(NoticeKind::call_heavy));
    CHECK(world.page("fay").has_notice(NoticeKind::call_heavy));
    world.post("fay", call::Intent(call::HangUp{}));
    world.settle();
    CHECK_FALSE(world.page("alice").has_notice(NoticeKind::call_heavy));
}

TEST_CASE("eight members who all call at once are all connected") {
    World world;
    for (const auto* name : names)
        world.open_page(name);
    for (const auto* name : names)
        world.call(name);
    world.settle();
    for (const auto* one : names)
        for (const auto* other : names)
            if (one != other)
                CHECK(world.connected(one, other));
    CHECK(world.violations().empty());
}

}  // namespace
}  // namespace malgil::test
