#include "client/ui/pace.hpp"

#include "people.hpp"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <optional>

namespace malgil::ui {
namespace {

using call::ConnectionState;
using call::Phase;
using namespace std::chrono_literals;

constexpr Due at_once{};

/// A call that comes up, from the moment when Call was pressed.
struct Calling {
    call::State state = test::in_call({"bob"});
    Pace pace;
    call::Milliseconds now = 10s;

    Calling() {
        call::Peer& bob = state.roster.front();
        bob.state = ConnectionState::new_;
        bob.sends_audio = bob.sends_video = false;
        bob.negotiation = {};
        state.phase = Phase::calling;
        CHECK(after(call::Intent(call::Call{})) == Due{.seconds = 0.1F, .instead = true});
        state.phase = Phase::in_call;
        CHECK(after(welcome()) == Due{.seconds = 0.2F, .instead = true});
    }

    std::optional<Due> after(const call::Event& event) { return pace.after(event, state, now); }

    static call::Event welcome() { return call::MessageReceived{.message = protocol::Welcome{}}; }

    call::Peer& bob() { return state.roster.front(); }

    std::optional<Due> connects() {
        bob().state = ConnectionState::connected;
        bob().connected = now;
        return after(call::ConnectionStateChanged{});
    }
};

TEST_CASE("a change is drawn at once") {
    Pace pace;
    call::State state = test::in_lobby();
    CHECK(pace.after(call::MicrophoneLevel{.level = 0.5F}, state, 1s) == at_once);
    state = test::in_call({"bob"});
    CHECK(pace.after(call::ChannelMessage{}, state, 2s) == at_once);
}

TEST_CASE("what nobody sees is not drawn") {
    Pace pace;
    const call::State state = test::in_call({"bob"});
    CHECK(pace.after(call::ChannelMessage{}, state, 1s));
    CHECK_FALSE(pace.after(call::IceCandidateFound{}, state, 2s));
    CHECK_FALSE(pace.after(call::NegotiationNeeded{}, state, 2s));
}

TEST_CASE("a call that comes up is drawn a moment after it is connected, and else with patience") {
    Calling calling;
    CHECK_FALSE(calling.after(call::LocalDescriptionSet{}));
    CHECK(calling.after(call::ConnectionStateChanged{}) == Due{.seconds = 0.2F});
    CHECK(calling.connects() == Due{.seconds = 0.06F, .instead = true});
    calling.bob().sends_audio = true;
    CHECK(calling.after(call::RemoteTracksChanged{}) == Due{.seconds = 0.2F});
    calling.bob().sends_video = true;
    CHECK(calling.after(call::RemoteTracksChanged{}) == at_once);
}

TEST_CASE("the picture of who sends none is waited for half a second") {
    Calling calling;
    calling.connects();
    calling.now += 499ms;
    CHECK(calling.after(call::ChannelMessage{}) == Due{.seconds = 0.2F});
    calling.now += 1ms;
    CHECK(calling.after(call::ChannelMessage{}) == at_once);
}

TEST_CASE("hanging up while the call comes up is seen at once") {
    Calling calling;
    calling.state = test::in_lobby();
    CHECK(calling.after(call::Intent(call::HangUp{})) == at_once);
}

}  // namespace
}  // namespace malgil::ui
