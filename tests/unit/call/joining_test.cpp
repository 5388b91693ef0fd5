#include "tests/unit/call/print.hpp"
#include "tests/unit/call/world.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace malgil::test {
namespace {

using call::NoticeKind;
using call::Phase;
using call::SignalingState;
using protocol::ErrorCode;
using namespace std::chrono_literals;

TEST_CASE("the call begins when the server lets us in") {
    World world;
    world.open_page("alice");
    world.call("alice");
    CHECK(world.state("alice").phase == Phase::calling);
    world.settle();
    CHECK(world.state("alice").phase == Phase::in_call);
    CHECK(world.state("alice").started > 0ms);
    CHECK(world.page("alice").sockets.size() == 1);
}

TEST_CASE("a TURN server without credentials does not cost the call the other servers") {
    const protocol::IceServer stun{.urls = {"stun:stun.test"}, .username = {}, .credential = {}};
    const protocol::IceServer turn{
        .urls = {"turns:turn.test"}, .username = "me", .credential = "secret"};
    World world;
    world.server.ice_servers = {{.urls = {"turn:turn.test"}, .username = {}, .credential = {}},
                                stun,
                                {.urls = {"turns:turn.test"}, .username = "me", .credential = {}},
                                turn};
    world.open_page("alice");
    world.call("alice");
    world.settle();
    CHECK(world.state("alice").signaling.ice_servers == std::vector{stun, turn});
}

TEST_CASE("names are trimmed of every white space, remembered, and sent with the protocol") {
    World world;
    auto& page = world.open_page("alice");
    world.post("alice",
               call::Intent(call::Call{.user = "\u3000 alice\t\u00A0", .channel = "\n 말길 "}));
    CHECK(page.state.user == "alice");
    CHECK(page.state.channel == "말길");
    CHECK(page.effects.at(0) ==
          call::Effect(call::Remember{
              .user = "alice", .channel = "말길", .language = call::Language::english}));
    world.step(*std::make_unique<std::mt19937_64>());
    CHECK(page.effects.at(0) ==
          call::Effect(call::SendMessage{
              .socket = page.state.signaling.socket,
              .message = protocol::Join{.channel = *protocol::ChannelName::parse("말길"),
                                        .user = *protocol::UserId::parse("alice"),
                                        .protocol = 1,
                                        .resume = std::nullopt}}));
}

TEST_CASE("names that cannot be are refused in the form") {
    World world;
    auto& page = world.open_page("alice");
    world.post("alice", call::Intent(call::Call{.user = " ", .channel = std::string(65, 'x')}));
    CHECK(page.state.phase == Phase::lobby);
    CHECK(page.state.form_errors.user == protocol::NameError::empty);
    CHECK(page.state.form_errors.channel == protocol::NameError::too_long);
    CHECK(page.effects.empty());

    world.call("alice");
    CHECK(page.state.form_errors == call::FormErrors{});
    CHECK(page.state.phase == Phase::calling);
}

TEST_CASE("a server that is away is tried again until it is there") {
    World world;
    auto& page = world.open_page("alice");
    world.stop_server();
    world.call("alice");
    world.settle();
    CHECK(page.state.phase == Phase::calling);
    CHECK(page.state.signaling.state == SignalingState::waiting);
    CHECK(page.state.signaling.seconds_left == 1);
    CHECK(page.has_notice(NoticeKind::server_away));

    world.start_server();
    world.wait(1s);
    CHECK(page.state.phase == Phase::in_call);
    CHECK_FALSE(page.has_notice(NoticeKind::server_away));
}

TEST_CASE("an attempt without an answer is given up after 10 s") {
    World world;
    auto& page = world.open_page("alice");
    world.server.silent = true;
    world.call("alice");
    world.settle();
    CHECK(page.state.signaling.state == SignalingState::joining);
    world.wait(call::attempt_patience - 1ms);
    CHECK(page.state.signaling.state == SignalingState::joining);
    world.wait(1ms);
    CHECK(page.state.signaling.state == SignalingState::waiting);
    CHECK(page.sockets.empty());

    world.server.silent = false;
    world.post("alice", call::Intent(call::RetryNow{}));
    world.settle();
    CHECK(page.state.phase == Phase::in_call);
}

TEST_CASE("a refusal leads back to the lobby, with an alert and nothing lost") {
    const auto [code, kind] = GENERATE(table<ErrorCode, NoticeKind>({
        {ErrorCode::user_id_taken, NoticeKind::user_id_taken},
        {ErrorCode::channel_full, NoticeKind::channel_full},
        {ErrorCode::server_full, NoticeKind::server_full},
        {ErrorCode::rate_limited, NoticeKind::server_refused},
        {ErrorCode::forbidden, NoticeKind::server_refused},
    }));
    World world;
    auto& page = world.open_page("alice");
    world.server.refuses = code;
    world.call("alice");
    world.settle();
    CHECK(page.state.phase == Phase::lobby);
    CHECK(page.state.user == "alice");
    CHECK(page.state.channel == "standup");
    CHECK(page.state.signaling.state == SignalingState::idle);
    CHECK(page.sockets.empty());
    REQUIRE(page.state.notices.size() == 1);
    CHECK(page.state.notices[0].kind == kind);
    CHECK(page.state.notices[0].severity == call::Severity::alert);
    if (kind == NoticeKind::server_refused)
        CHECK(page.state.notices[0].detail == "The server's sentence.");

    // The alert goes with the next attempt.
    world.server.refuses.reset();
    world.call("alice");
    world.settle();
    CHECK(page.state.phase == Phase::in_call);
    CHECK(page.state.notices.empty());
    CHECK(world.violations().empty());
}

TEST_CASE("a user ID that is taken") {
    World world;
    world.open_page("alice");
    world.call("alice");
    world.settle();
    auto& second = world.open_page("alice again");
    world.post("alice again", call::Intent(call::Call{.user = "alice", .channel = "standup"}));
    world.settle();
    CHECK(second.state.phase == Phase::lobby);
    CHECK(second.has_notice(NoticeKind::user_id_taken));
    CHECK(world.state("alice").phase == Phase::in_call);
    CHECK(world.state("alice").roster.empty());
}

TEST_CASE("a server that shuts down during the attempt is waited for") {
    World world;
    auto& page = world.open_page("alice");
    world.server.refuses = ErrorCode::shutting_down;
    world.call("alice");
    world.settle();
    CHECK(page.state.phase == Phase::calling);
    CHECK(page.state.signaling.state == SignalingState::waiting);
    CHECK(page.has_notice(NoticeKind::server_away));
}

TEST_CASE("hanging up ends the waiting") {
    World world;
    auto& page = world.open_page("alice");
    world.stop_server();
    world.call("alice");
    world.settle();
    world.post("alice", call::Intent(call::HangUp{}));
    CHECK(page.state.phase == Phase::lobby);
    CHECK(page.state.notices.empty());
    CHECK(page.state.media.camera.capture == call::Capture::live);
    world.wait(60s);
    CHECK(page.sockets.empty());
    CHECK(page.count<call::OpenSocket>() == 1);
}

TEST_CASE("being in the list is being in the channel, even without a welcome") {
    World world;
    auto& page = world.open_page("alice");
    world.server.silent = true;
    world.call("alice");
    world.settle();
    page.sockets.at(0).to_page.emplace_back(
        protocol::Joined{{*protocol::UserId::parse("alice"), *protocol::UserId::parse("bob")}});
    world.settle();
    CHECK(page.state.phase == Phase::in_call);
    CHECK(page.state.roster.empty());
}

TEST_CASE("a server that names more peers than there can be, or oneself, does no harm") {
    World world;
    auto& page = world.open_page("alice");
    world.server.silent = true;
    world.call("alice");
    world.settle();
    protocol::Welcome welcome;
    for (int number = 0; number < 1000; ++number)
        welcome.peers.push_back(
            {.user = *protocol::UserId::parse("peer" + std::to_string(number)), .protocol = 1});
    welcome.peers.push_back({.user = *protocol::UserId::parse("alice"), .protocol = 1});
    welcome.peers.push_back(welcome.peers.front());
    page.sockets.at(0).to_page.emplace_back(welcome);
    world.settle();
    CHECK(page.state.roster.size() == call::max_roster);
    CHECK(page.state.find_peer(*protocol::UserId::parse("alice")) == nullptr);
}

}  // namespace
}  // namespace malgil::test
