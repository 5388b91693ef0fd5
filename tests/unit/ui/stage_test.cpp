#include "client/ui/shown_videos.hpp"
#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <vector>

using namespace malgil;
using frame::Role;
using test::only;
using test::Page;

namespace {

const frame::VideoPlace* find_place(const Page& page, const frame::VideoId& id) {
    const auto& places = page.recorder().video_places();
    const auto found = std::ranges::find(places, id, &frame::VideoPlace::id);
    return found == places.end() ? nullptr : &*found;
}

float area(const frame::VideoPlace& place) {
    return place.rect.width * place.rect.height;
}

void share(call::Peer& peer, bool arrives = true) {
    peer.presence = call::Presence{.screen = true};
    peer.sends_screen = arrives;
}

}  // namespace

TEST_CASE("a screen is shown large, and the people beside it") {
    Page page(GENERATE(ImVec2(1280, 800), ImVec2(390, 844)));
    page.state = test::in_call({"bob", "chae"});
    share(page.state.roster[0]);
    page.settle();

    const auto* const screen = find_place(page, {.user_id = "bob", .screen = true});
    REQUIRE(screen != nullptr);
    CHECK(screen->visible);
    CHECK(screen->contain);
    for (const auto* user : {"bob", "chae"}) {
        const auto* const camera = find_place(page, {.user_id = user});
        REQUIRE(camera != nullptr);
        CHECK(area(*screen) > 3 * area(*camera));
    }
    CHECK(page.names("bob’s screen"));
}

TEST_CASE("a screen is shown whole, in its own shape") {
    Page page;
    page.state = test::in_call({"bob"});
    share(page.state.roster[0]);
    page.around.video_aspect = [](const frame::VideoId& video) {
        return video.screen ? 2.0F : 0.0F;
    };
    page.settle();
    const frame::Rect rect = find_place(page, {.user_id = "bob", .screen = true})->rect;
    CHECK(std::abs(rect.width / rect.height - 2) < 0.02F);
}

TEST_CASE("several screens have their place each") {
    Page page;
    page.state = test::in_call({"bob", "chae", "dora"});
    for (auto& peer : page.state.roster)
        share(peer);
    page.settle();
    for (const auto* user : {"bob", "chae", "dora"}) {
        REQUIRE(find_place(page, {.user_id = user, .screen = true}) != nullptr);
        REQUIRE(find_place(page, {.user_id = user}) != nullptr);
    }
}

TEST_CASE("a screen that is on its way has its place, and says so") {
    Page page;
    page.state = test::in_call({"bob"});
    share(page.state.roster[0], false);
    page.settle();
    const auto* const screen = find_place(page, {.user_id = "bob", .screen = true});
    REQUIRE(screen != nullptr);
    CHECK_FALSE(screen->visible);
    CHECK(screen->rect.width > 0);
}

TEST_CASE("one's own screen is small: what is on it is known") {
    Page page;
    page.state = test::in_call({"bob"});
    page.state.can_share_screen = true;
    page.state.screen.stage = call::ScreenShare::Stage::on;
    page.settle();
    const auto* const own = find_place(page, {.user_id = "alice", .self = true, .screen = true});
    REQUIRE(own != nullptr);
    CHECK(area(*own) < area(*find_place(page, {.user_id = "bob"})) / 4);
    CHECK(page.node(Role::button, "Share screen").pressed == true);
    CHECK(only<call::ToggleScreen>(page.click(Role::button, "Share screen")) != nullptr);
}

TEST_CASE("Share screen is there where the browser can, behind More where there is no room") {
    Page page(GENERATE(ImVec2(1280, 800), ImVec2(390, 844)));
    page.state = test::in_call({"bob"});
    page.state.can_share_screen = GENERATE(false, true);
    page.settle();
    if (page.recorder().find(Role::button, "Share screen") == nullptr &&
        page.recorder().find(Role::button, "More") != nullptr) {
        page.click(Role::button, "More");
        page.settle();
        CHECK(page.node(Role::button, "More").pressed == true);
    }
    CHECK((page.recorder().find(Role::button, "Share screen") != nullptr) ==
          page.state.can_share_screen);
    CHECK(page.recorder().find(Role::button, "Raise hand") != nullptr);
    CHECK(page.recorder().find(Role::button, "Settings") != nullptr);
}

TEST_CASE("a tile tells what its person says of itself") {
    Page page;
    page.state = test::in_call({"bob"});
    call::Peer& bob = page.state.roster[0];

    SECTION("muted, although something arrives") {
        bob.presence = call::Presence{.microphone = false};
        page.draw();
        CHECK(page.names("bob, microphone off"));
    }
    SECTION("not muted, although nothing arrives yet") {
        bob.presence = call::Presence{};
        bob.sends_audio = false;
        page.draw();
        CHECK(page.names("bob"));
    }
    SECTION("without a camera: initials, not the last picture") {
        bob.presence = call::Presence{.camera = false};
        page.draw();
        CHECK_FALSE(find_place(page, {.user_id = "bob"})->visible);
    }
    SECTION("a raised hand") {
        bob.presence = call::Presence{.hand = true};
        page.draw();
        CHECK(page.names("bob, hand raised"));
    }
    SECTION("a reaction") {
        bob.reaction = call::Reaction::applause;
        page.draw();
        CHECK(page.recorder().find(Role::status, "Applause") != nullptr);
    }
}

TEST_CASE("a reaction takes two presses, and its row closes") {
    Page page;
    page.state = test::in_call({"bob"});
    page.settle();
    page.click(Role::button, "Reactions");
    page.settle();
    const auto intents = page.click(Role::button, "Heart");
    REQUIRE(only<call::React>(intents) != nullptr);
    CHECK(only<call::React>(intents)->reaction == call::Reaction::heart);
    page.settle();
    CHECK(page.recorder().find(Role::button, "Heart") == nullptr);
}

TEST_CASE("the sizes of the pictures are those of the whole pictures, in pixels of the device") {
    ui::Surroundings around;
    around.video_aspect = [](const frame::VideoId&) { return 16.0F / 9; };
    const std::vector<frame::VideoPlace> places{
        {.user_id = "alice", .self = true, .rect = {0, 0, 100, 100}},
        {.user_id = "bob", .rect = {0, 0, 160, 160}},
        {.user_id = "bob", .screen = true, .rect = {0, 0, 320, 400}, .contain = true},
        {.user_id = "chae", .rect = {0, 0, 160, 45}},
        {.user_id = "dora", .visible = false},
    };
    const auto shown = ui::shown_videos(places, around, 2);
    REQUIRE(shown.videos.size() == 4);
    CHECK(shown.videos[0].height == 320);
    CHECK(shown.videos[1].screen);
    CHECK(shown.videos[1].height == 360);
    CHECK(shown.videos[2].height == 180);
    CHECK(shown.videos[3].height == 0);
}
