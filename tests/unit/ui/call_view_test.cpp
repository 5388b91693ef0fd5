#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace malgil;
using call::ConnectionState;
using frame::Role;
using test::only;
using test::Page;

namespace {

const frame::VideoPlace& place_of(const Page& page, std::string_view user) {
    const auto& places = page.recorder().video_places();
    const auto found = std::ranges::find(places, user, &frame::VideoPlace::user_id);
    REQUIRE(found != places.end());
    return *found;
}

}  // namespace

TEST_CASE("the call's controls are found by role and name, and tell what was asked for") {
    const bool korean = GENERATE(false, true);
    Page page(GENERATE(ImVec2(1280, 800), ImVec2(390, 844)));
    page.state = test::in_call({"bob"});
    page.state.language = korean ? call::Language::korean : call::Language::english;
    page.settle();

    CHECK(only<call::HangUp>(page.click(Role::button, korean ? "끊기" : "Hang up")) != nullptr);
    const auto microphone = page.click(Role::button, korean ? "마이크" : "Microphone");
    REQUIRE(only<call::ToggleDevice>(microphone) != nullptr);
    CHECK(only<call::ToggleDevice>(microphone)->device == call::Device::microphone);
    const auto camera = page.click(Role::button, korean ? "카메라" : "Camera");
    REQUIRE(only<call::ToggleDevice>(camera) != nullptr);
    CHECK(only<call::ToggleDevice>(camera)->device == call::Device::camera);
    CHECK(only<call::HangUp>(page.tap(Role::button, korean ? "끊기" : "Hang up")) != nullptr);
}

TEST_CASE("an untouched call asks for no frame") {
    Page page(GENERATE(ImVec2(1280, 800), ImVec2(390, 844)));
    page.state = test::in_call({"bob", "chae"});
    page.state.started = call::Milliseconds{1'700'000'000'000};
    page.settle();
    page.draw();
    CHECK_FALSE(page.recorder().redraw().has_value());
}

TEST_CASE("the header tells the channel, how many people there are, and since when") {
    Page page;
    page.state = test::in_call({"bob", "chae"});
    page.state.started = call::Milliseconds{(10 * 60 + 2) * 60'000};
    page.around.utc_offset_minutes = 540;
    page.draw();
    CHECK(page.recorder().find(Role::heading, "standup") != nullptr);
    CHECK(page.names("3 people · since 19:02"));
}

TEST_CASE("everybody has a place, with a picture or without") {
    Page page;
    page.state = test::in_call({"bob", "chae"});
    page.state.roster[1].sends_video = false;
    page.draw();

    CHECK(place_of(page, "bob").visible);
    CHECK_FALSE(place_of(page, "chae").visible);
    CHECK(place_of(page, "alice").self);
    CHECK(place_of(page, "alice").mirrored);
    CHECK(page.recorder().video_places().back().self);
}

TEST_CASE("a picture that would lose much is shown whole") {
    Page page;
    page.state = test::in_call({"bob"});
    float aspect = 0;
    page.around.video_aspect = [&](const frame::VideoId&) { return aspect; };
    page.draw();
    CHECK_FALSE(place_of(page, "bob").contain);
    aspect = 9.0F / 16;
    page.draw();
    CHECK(place_of(page, "bob").contain);
    aspect = 16.0F / 9;
    page.draw();
    CHECK_FALSE(place_of(page, "bob").contain);
}

TEST_CASE("a tile says what is the matter") {
    Page page;
    page.state = test::in_call({"bob"});
    call::Peer& bob = page.state.roster[0];

    SECTION("all well") {
        page.draw();
        CHECK(page.names("bob"));
    }
    SECTION("no sound") {
        bob.sends_audio = false;
        page.draw();
        CHECK(page.names("bob, microphone off"));
    }
    SECTION("not connected yet") {
        bob.state = GENERATE(ConnectionState::new_, ConnectionState::connecting);
        page.draw();
        CHECK(page.names("bob, Connecting…"));
        CHECK_FALSE(place_of(page, "bob").visible);
    }
    SECTION("the connection was lost: the last picture stays") {
        bob.state = ConnectionState::disconnected;
        page.draw();
        CHECK(page.names("bob, Reconnecting…"));
        CHECK(place_of(page, "bob").visible);
    }
    SECTION("the connection could not be made") {
        bob.state = ConnectionState::failed;
        bob.unreachable = true;
        page.draw();
        CHECK(page.names("bob, No connection"));
    }
}

TEST_CASE("alone in the channel, one is told how others come") {
    Page page;
    page.state = test::in_call({});
    page.draw();
    CHECK(page.says(Role::status, "Waiting for others in standup"));
    CHECK(page.names("Ask them to open this page and to enter the same channel."));
    CHECK(page.names("Only you"));
}

TEST_CASE("a tooltip shows where the pointer is, not on touch screens") {
    Page page;
    page.state = test::in_call({"bob"});
    page.around.touch = GENERATE(false, true);
    page.settle();
    const frame::Rect rect = page.node(Role::button, "Hang up").rect;
    ImGui::GetIO().AddMousePosEvent(rect.x + 5, rect.y + 20);
    page.draw();
    page.draw();
    CHECK(ImGui::GetForegroundDrawList()->VtxBuffer.empty() == page.around.touch);
    CHECK_FALSE(page.recorder().redraw().has_value());
}
