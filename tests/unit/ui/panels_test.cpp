#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace malgil;
using frame::Role;
using test::only;
using test::Page;

TEST_CASE("settings open and close, in the lobby and in a call") {
    Page page(GENERATE(ImVec2(1280, 800), ImVec2(1000, 700)));
    page.state = GENERATE(test::in_lobby(), test::in_call({"bob"}));
    page.settle();
    page.click(Role::button, "Settings");
    page.settle();
    CHECK(page.recorder().find(Role::heading, "Settings") != nullptr);
    CHECK(page.node(Role::button, "Settings").pressed == true);
    page.click(Role::button, "Close panel");
    page.settle();
    CHECK(page.recorder().find(Role::heading, "Settings") == nullptr);
}

TEST_CASE("on a phone the settings cover the lobby, whose picture goes on") {
    Page page({390, 844});
    page.state = test::in_lobby();
    page.settle();
    page.click(Role::button, "Settings");
    page.settle();
    CHECK(page.recorder().find(Role::button, "Call") == nullptr);
    CHECK_FALSE(page.recorder().video_places().empty());
    page.click(Role::button, "Close panel");
    page.settle();
    CHECK(page.recorder().find(Role::button, "Call") != nullptr);
}

TEST_CASE("one panel takes the place of the other") {
    Page page;
    page.state = test::in_call({"bob"});
    page.settle();
    CHECK(page.recorder().find(Role::textbox, "Message") != nullptr);
    page.click(Role::button, "Statistics");
    page.settle();
    CHECK(page.recorder().find(Role::textbox, "Message") == nullptr);
    CHECK(page.recorder().find(Role::heading, "Statistics") != nullptr);
    page.click(Role::button, "Chat");
    page.settle();
    CHECK(page.recorder().find(Role::textbox, "Message") != nullptr);
}

TEST_CASE("a switch tells what is asked for, and nothing else changes") {
    Page page;
    page.state = test::in_lobby();
    page.state.settings.microphone = "m";
    page.ui.panel = ui::Panel::settings;
    page.settle();
    CHECK(page.node(Role::checkbox, "Hide my address").pressed == false);
    const auto intents = page.click(Role::checkbox, "Hide my address");
    REQUIRE(only<call::ChangeSettings>(intents) != nullptr);
    auto expected = page.state.settings;
    expected.relay_only = true;
    CHECK(only<call::ChangeSettings>(intents)->settings == expected);
}
