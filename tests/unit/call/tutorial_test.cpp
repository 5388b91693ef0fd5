#include "tests/unit/call/print.hpp"
#include "tests/unit/call/world.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace malgil::test {
namespace {

using protocol::SdpType;
using protocol::SessionDescription;
using protocol::SignalKind;
using protocol::SignalReceived;
using namespace std::chrono_literals;

const std::string complete_sdp =
    "v=0\r\no=- 5 1 IN IP4 127.0.0.1\r\ns=-\r\na=ice-ufrag:t\r\na=candidate:t/0\r\n";

/// What the tutorial client got from the page, of one kind.
std::vector<SessionDescription> got(World& world, const std::string& name, SignalKind kind) {
    std::vector<SessionDescription> found;
    for (const auto& message : world.tutorial_inbox(name))
        if (const auto* signal = std::get_if<SignalReceived>(&message);
            signal != nullptr && signal->kind == kind)
            found.push_back(*protocol::parse_session_description(signal->payload));
    return found;
}

bool got_candidates(World& world, const std::string& name) {
    return std::ranges::any_of(world.tutorial_inbox(name), [](const auto& message) {
        const auto* const signal = std::get_if<SignalReceived>(&message);
        return signal != nullptr && signal->kind == SignalKind::ice_candidate;
    });
}

std::size_t candidates_of(const SessionDescription& description) {
    std::size_t count = 0;
    for (auto at = description.sdp.find("a=candidate:"); at != std::string::npos;
         at = description.sdp.find("a=candidate:", at + 1))
        ++count;
    return count;
}

TEST_CASE("a tutorial client that is there is offered one complete description") {
    World world;
    world.join_tutorial_client("tutor");
    world.open_page("alice");
    world.call("alice");
    world.settle();
    const auto offers = got(world, "tutor", SignalKind::offer);
    REQUIRE(offers.size() == 1);
    CHECK(candidates_of(offers[0]) == 2);
    CHECK_FALSE(got_candidates(world, "tutor"));

    const auto answer = SessionDescription{.type = SdpType::answer, .sdp = complete_sdp};
    world.tutorial_sends("tutor", SignalKind::answer, protocol::to_json(answer));
    world.settle();
    CHECK(world.page("alice").line_to("tutor")->connection.stable());
    CHECK(world.violations().empty());
}

TEST_CASE(
    "a tutorial client answers a restart: its DTLS role stays, and what is broken is made anew") {
    World world;
    world.open_page("alice");
    world.call("alice");
    world.settle();
    world.join_tutorial_client("tutor");
    world.tutorial_sends(
        "tutor", SignalKind::offer,
        protocol::to_json(SessionDescription{.type = SdpType::offer, .sdp = complete_sdp}));
    world.settle();
    world.post("alice", call::NetworkChanged{});
    world.settle();
    REQUIRE(got(world, "tutor", SignalKind::offer).size() == 1);
    const auto answer = [&](const std::string& line) {
        world.tutorial_sends("tutor", SignalKind::answer,
                             protocol::to_json(SessionDescription{.type = SdpType::answer,
                                                                  .sdp = complete_sdp + line}));
        world.settle();
    };
    SECTION("it says that it is the client now, as Firefox does") {
        answer("a=setup:active\r\n");
        CHECK(world.page("alice").line_to("tutor")->connection.stable());
        CHECK(world.page("alice").count<call::OpenConnection>() == 1);
    }
    SECTION("it cannot be applied") {
        answer("malformed\r\n");
        CHECK(world.page("alice").count<call::OpenConnection>() == 2);
        CHECK(got(world, "tutor", SignalKind::offer).size() == 2);
    }
    CHECK(world.violations().empty());
}

TEST_CASE("gathering that does not end is waited for no longer than a second") {
    World world;
    world.join_tutorial_client("tutor");
    auto& page = world.open_page("alice");
    world.call("alice");
    // given: the last candidate never comes
    page.withholds_end_of_candidates = true;
    world.settle();
    CHECK(got(world, "tutor", SignalKind::offer).empty());
    world.wait(call::gathering_patience - 1ms);
    CHECK(got(world, "tutor", SignalKind::offer).empty());
    world.wait(1ms);
    REQUIRE(got(world, "tutor", SignalKind::offer).size() == 1);
    CHECK(candidates_of(got(world, "tutor", SignalKind::offer)[0]) == 2);
    world.wait(5s);
    CHECK(got(world, "tutor", SignalKind::offer).size() == 1);
}

TEST_CASE("a tutorial client that calls is answered with one complete description") {
    World world;
    world.open_page("alice");
    world.call("alice");
    world.settle();
    world.join_tutorial_client("tutor");
    world.settle();
    CHECK(world.page("alice").count<call::OpenConnection>() == 0);

    const auto offer = SessionDescription{.type = SdpType::offer, .sdp = complete_sdp};
    world.tutorial_sends("tutor", SignalKind::offer, protocol::to_json(offer));
    world.settle();
    const auto answers = got(world, "tutor", SignalKind::answer);
    REQUIRE(answers.size() == 1);
    CHECK(candidates_of(answers[0]) == 2);
    CHECK_FALSE(got_candidates(world, "tutor"));
    CHECK(got(world, "tutor", SignalKind::offer).empty());
    CHECK(world.violations().empty());
}

TEST_CASE("a tutorial client knows no glare: the page gives way, whatever the names are") {
    World world;
    world.join_tutorial_client("zoe");
    world.open_page("alice");
    world.call("alice");
    world.settle();
    REQUIRE(got(world, "zoe", SignalKind::offer).size() == 1);
    const auto offer = SessionDescription{.type = SdpType::offer, .sdp = complete_sdp};
    world.tutorial_sends("zoe", SignalKind::offer, protocol::to_json(offer));
    world.settle();
    CHECK(got(world, "zoe", SignalKind::answer).size() == 1);
    CHECK(world.page("alice").line_to("zoe")->connection.stable());
    CHECK(world.violations().empty());
}

TEST_CASE("a tutorial client's text is shown, and a text to it counts as delivered") {
    World world;
    world.join_tutorial_client("tutor");
    world.open_page("alice");
    world.call("alice");
    world.settle();
    const auto connection = world.peer("alice", "tutor").connection;
    auto& line = *world.page("alice").line_to("tutor");
    line.arriving.emplace_back(call::ChannelOpened{connection});
    world.settle();

    world.post("alice", call::ChannelMessage{.connection = connection, .data = "안녕 👋🏽"});
    world.post("alice", call::Intent(call::SendText{"hello"}));
    const auto& messages = world.state("alice").chat.messages;
    REQUIRE(messages.size() == 2);
    CHECK(messages[0].text == "안녕 👋🏽");
    CHECK(messages[0].from == protocol::UserId::parse("tutor").value());
    CHECK(messages[1].delivery == call::Delivery::delivered);
}

}  // namespace
}  // namespace malgil::test
