#include "tests/unit/call/print.hpp"
#include "tests/unit/call/world.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <array>
#include <random>

// What nobody means to send, and ways that lose things: the core may end up alone, but never
// confused, and never with more in its hands than it can hold.

namespace malgil::test {
namespace {

using namespace std::chrono_literals;

TEST_CASE("where signals get lost, each side ends up connected, or with the word that it is not") {
    const auto seed = GENERATE(range(0, 40));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    World world;
    world.open_page("alice");
    world.open_page("bob");
    world.call("alice");
    world.call("bob");
    world.lose_signals(40);
    world.settle(random);
    world.wait(5min);
    for (const auto& [name, other] : {std::pair("alice", "bob"), std::pair("bob", "alice")}) {
        CAPTURE(name, world.peer(name, other));
        CHECK(world.peer(name, other).unreachable != world.connected("alice", "bob"));
    }
    CHECK(world.violations().empty());

    // when nothing gets lost any more, calling again works
    world.lose_signals(0);
    world.post("bob", call::Intent(call::HangUp{}));
    world.settle(random);
    world.call("bob");
    world.settle(random);
    CHECK(world.connected("alice", "bob"));
}

/// Anything that may come in, with numbers small enough to hit something now and then.
class Noise {
public:
    explicit Noise(std::uint64_t seed) : random_(seed) {}

    call::Event event(const call::State& state) {
        const call::ConnectionId connection{below(state.last_id + 3)};
        switch (below(20)) {
            case 0:
                return call::Intent(call::Call{.user = "alice", .channel = "standup"});
            case 1:
                return below(8) == 0 ? call::Intent(call::HangUp{})
                                     : call::Intent(call::SendText{"hello"});
            case 2:
                return call::TimerFired{call::TimerId{below(state.last_id + 3)}};
            case 3:
                return call::SocketOpened{state.signaling.socket};
            case 4:
                return below(4) == 0 ? call::Event(call::SocketClosed{state.signaling.socket})
                                     : call::Event(call::NetworkCameBack{});
            case 5:
                return call::NegotiationNeeded{connection};
            case 6:
                return call::LocalDescriptionSet{.connection = connection,
                                                 .description = description()};
            case 7:
                return call::RemoteDescriptionSet{connection};
            case 8:
                return call::DescriptionFailed{.connection = connection, .reason = "noise"};
            case 9:
                return call::IceCandidateFound{.connection = connection, .candidate = candidate()};
            case 10:
                return call::LocalDescriptionRead{.connection = connection,
                                                  .description = description()};
            case 11:
                return call::ConnectionStateChanged{
                    .connection = connection,
                    .state = static_cast<call::ConnectionState>(below(6))};
            case 12:
                return below(2) == 0 ? call::Event(call::ChannelOpened{connection})
                                     : call::Event(call::ChannelClosed{connection});
            case 13:
                return call::ChannelMessage{.connection = connection, .data = text()};
            case 14:
                return call::Intent(call::ToggleDevice{static_cast<call::Device>(below(2))});
            case 15:
                return call::CaptureEnded{.capture = state.media.camera.attempt,
                                          .microphone = std::nullopt,
                                          .camera = call::CaptureError::in_use};
            default:
                return call::MessageReceived{.socket = state.signaling.socket,
                                             .message = message()};
        }
    }

    std::uint64_t number() { return random_(); }

private:
    std::uint32_t below(std::uint32_t bound) {
        return static_cast<std::uint32_t>(random_() % bound);
    }

    protocol::UserId user() {
        return *protocol::UserId::parse(below(9) == 0 ? "alice" : "u" + std::to_string(below(90)));
    }

    protocol::SessionDescription description() {
        return {.type = static_cast<protocol::SdpType>(below(4)),
                .sdp = "v=0\r\no=- " + std::to_string(below(3)) + " 1 IN IP4 0.0.0.0\r\n"};
    }

    std::optional<protocol::IceCandidate> candidate() {
        if (below(4) == 0)
            return std::nullopt;
        return protocol::IceCandidate{.candidate = "candidate:1",
                                      .sdp_mid = "0",
                                      .sdp_m_line_index = 0,
                                      .username_fragment = std::nullopt};
    }

    std::string text() {
        constexpr std::array texts{R"({"type":"text","id":1,"text":"a"})",
                                   R"({"type":"ack","id":1})",
                                   "plain",
                                   "{}",
                                   R"({"type":"text","id":{},"text":7})",
                                   "[[[[",
                                   ""};
        return texts.at(below(texts.size()));
    }

    protocol::ServerMessage message() {
        switch (below(7)) {
            case 0: {
                protocol::Welcome welcome;
                for (auto count = below(5); count > 0; --count)
                    welcome.peers.push_back(
                        {.user = user(), .protocol = static_cast<int>(below(2))});
                return welcome;
            }
            case 1:
                return protocol::PeerJoined{{user(), static_cast<int>(below(2))}};
            case 2:
                return protocol::PeerLeft{.user = user(),
                                          .reason = below(2) == 0 ? "quit" : "disconnected"};
            case 3:
                return below(9) == 0
                           ? protocol::ServerMessage(protocol::Error{
                                 static_cast<protocol::ErrorCode>(below(10)), "noise", "join"})
                           : protocol::ServerMessage(protocol::Joined{{user()}});
            case 4:
                return protocol::SignalReceived{.kind = protocol::SignalKind::ice_candidate,
                                                .from = user(),
                                                .payload = protocol::to_json(candidate())};
            default:
                return protocol::SignalReceived{.kind = static_cast<protocol::SignalKind>(below(2)),
                                                .from = user(),
                                                .payload = protocol::to_json(description())};
        }
    }

    std::mt19937_64 random_;
};

TEST_CASE("noise from all sides leaves the core whole and within its bounds") {
    const auto seed = GENERATE(range(0, 30));
    CAPTURE(seed);
    Noise noise(static_cast<std::uint64_t>(seed));
    call::State state;
    call::Milliseconds now{0};
    std::size_t most_peers = 0;
    for (int count = 0; count < 3000; ++count) {
        now += 50ms;
        const auto event = noise.event(state);
        std::ignore =
            call::update(state, event, {.now = now, .wall = now, .random = noise.number()});
        most_peers = std::max(most_peers, state.roster.size());
        REQUIRE(state.roster.size() <= call::max_roster);
        REQUIRE(state.notices.size() <= call::max_notices);
        REQUIRE(state.chat.messages.size() <= call::max_messages);
        for (std::size_t at = 1; at < state.roster.size(); ++at)
            REQUIRE(state.find_peer(state.roster[at].user) == &state.roster[at]);
        if (state.phase == call::Phase::lobby)
            REQUIRE(state.roster.empty());
    }
    CHECK(most_peers > 3);
}

}  // namespace
}  // namespace malgil::test
