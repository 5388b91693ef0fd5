#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace malgil::test {
namespace {

using call::NoticeKind;

const protocol::IceServer relay{
    .urls = {"turn:turn.test"}, .username = "somebody", .credential = "secret"};

void hide_address(World& world, bool hide) {
    auto settings = world.state("alice").settings;
    settings.relay_only = hide;
    world.post("alice", call::Intent(call::ChangeSettings{settings}));
}

/// alice and bob.
World in_call(bool with_relay) {
    World world;
    if (with_relay)
        world.server.ice_servers.push_back(relay);
    return call_of({"alice", "bob"}, std::move(world));
}

TEST_CASE("with one's address hidden, connections are opened by the relay only") {
    World world;
    world.server.ice_servers.push_back(relay);
    auto& alice = world.open_page("alice");
    world.open_page("bob");
    hide_address(world, true);
    world.call("alice");
    world.call("bob");
    world.settle();
    std::size_t opened = 0;
    for (const auto& effect : alice.all_effects)
        if (const auto* const open = std::get_if<call::OpenConnection>(&effect)) {
            CHECK(open->relay_only);
            ++opened;
        }
    CHECK(opened == 1);
    CHECK_FALSE(alice.has_notice(NoticeKind::no_relay));
}

TEST_CASE("hiding one's address in a call makes its connections anew; to show it moves them") {
    auto world = in_call(true);
    auto& alice = world.page("alice");
    hide_address(world, true);
    const auto connection = world.peer("alice", "bob").connection;
    const auto opened = std::ranges::find_if(alice.effects, [](const call::Effect& effect) {
        return std::holds_alternative<call::OpenConnection>(effect);
    });
    REQUIRE(opened != alice.effects.end());
    CHECK(std::get<call::OpenConnection>(*opened).connection == connection);
    CHECK(std::get<call::OpenConnection>(*opened).relay_only);
    world.settle();
    CHECK(world.connected("alice", "bob"));

    hide_address(world, false);
    CHECK(alice.effects ==
          call::Effects{call::RememberSettings{alice.state.settings},
                        call::UseRelayOnly{.connection = connection, .relay_only = false},
                        call::RestartIce{connection}});
    world.settle();
    CHECK(world.connected("alice", "bob"));
    CHECK(alice.count<call::OpenConnection>() == 2);
    CHECK(world.violations().empty());
}

TEST_CASE("where there is no relay, hiding one's address says so and leaves who is connected") {
    auto world = in_call(false);
    auto& alice = world.page("alice");
    hide_address(world, true);
    CHECK(alice.has_notice(NoticeKind::no_relay));
    CHECK(alice.count<call::UseRelayOnly>() == 0);
    CHECK(world.connected("alice", "bob"));
    hide_address(world, false);
    CHECK_FALSE(alice.has_notice(NoticeKind::no_relay));
}

TEST_CASE("a call to a server without a relay says that the address cannot be hidden") {
    World world;
    auto& alice = world.open_page("alice");
    hide_address(world, true);
    CHECK_FALSE(alice.has_notice(NoticeKind::no_relay));
    world.call("alice");
    world.settle();
    CHECK(alice.has_notice(NoticeKind::no_relay));
    world.post("alice", call::Intent(call::HangUp{}));
    CHECK_FALSE(alice.has_notice(NoticeKind::no_relay));
}

TEST_CASE("who could not be reached by a relay is called again without it") {
    auto world = in_call(false);
    auto& peer = *world.state("alice").find_peer(*call::UserId::parse("bob"));
    const auto before = peer.connection;
    hide_address(world, true);
    peer.state = call::ConnectionState::failed;
    peer.unreachable = true;
    hide_address(world, false);
    CHECK_FALSE(peer.unreachable);
    CHECK(peer.connection != before);
    world.settle();
    CHECK(world.connected("alice", "bob"));
}

}  // namespace
}  // namespace malgil::test
