#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <variant>

using namespace malgil;
using call::CheckItem;
using call::CheckResult;
using call::DeviceKind;
using frame::Role;
using test::only;
using test::Page;

namespace {

/// The settings are open, in the lobby or in a call.
void open_settings(Page& page, call::State state) {
    page.state = std::move(state);
    page.state.devices.can_choose_speaker = true;
    page.state.settings_shown = true;
    page.ui.panel = ui::Panel::settings;
    page.settle();
}

/// What was chosen, where that was all that was asked for. Fails the test otherwise.
call::Settings changed(const std::vector<call::Intent>& intents) {
    const auto* const change = only<call::ChangeSettings>(intents);
    REQUIRE(change != nullptr);
    return change->settings;
}

std::vector<std::string> options(const Page& page) {
    std::vector<std::string> names;
    for (const frame::Node& node : page.recorder().nodes())
        if (node.role == Role::option)
            names.push_back(node.name);
    return names;
}

void set(call::State& state, CheckItem item, CheckResult result) {
    state.check.results.at(static_cast<std::size_t>(item)) = result;
}

}  // namespace

TEST_CASE("a camera is chosen by its name, with the default first") {
    Page page(GENERATE(ImVec2(1280, 800), ImVec2(390, 844)));
    open_settings(page, GENERATE(test::in_lobby(), test::in_call({"bob"})));
    page.state.devices.list = {{.kind = DeviceKind::camera, .id = "a", .name = "Front"},
                               {.kind = DeviceKind::microphone, .id = "m", .name = "Headset"},
                               {.kind = DeviceKind::camera, .id = "b", .name = "USB camera"}};
    page.settle();
    CHECK(page.node(Role::combobox, "Camera").description == "Default");
    page.click(Role::combobox, "Camera");
    page.settle();
    CHECK(options(page) == std::vector<std::string>{"Default", "Front", "USB camera"});
    CHECK(page.node(Role::option, "Default").selected == true);
    CHECK(changed(page.click(Role::option, "USB camera")).camera == "b");
}

TEST_CASE("devices without a name are numbered") {
    Page page;
    open_settings(page, test::in_lobby());
    page.state.devices.list = {{.kind = DeviceKind::microphone, .id = "", .name = ""},
                               {.kind = DeviceKind::camera, .id = "", .name = ""}};
    page.click(Role::combobox, "Microphone");
    page.settle();
    CHECK(options(page) == std::vector<std::string>{"Default", "Microphone 1"});
}

TEST_CASE("while the chosen camera is away, the one in use is shown") {
    Page page;
    open_settings(page, test::in_lobby());
    page.state.settings.camera = "b";
    page.state.media.camera.opened = {.id = "a", .name = "Front"};
    page.state.devices.list = {{.kind = DeviceKind::camera, .id = "a", .name = "Front"}};
    page.settle();
    CHECK(page.node(Role::combobox, "Camera").description == "Front");
    page.state.devices.list.push_back(
        {.kind = DeviceKind::camera, .id = "b", .name = "USB camera"});
    page.settle();
    CHECK(page.node(Role::combobox, "Camera").description == "USB camera");
}

TEST_CASE("a speaker is offered only where the browser can use it; the test sound always is") {
    Page page;
    open_settings(page, test::in_lobby());
    CHECK(page.recorder().find(Role::combobox, "Speaker") != nullptr);
    page.state.devices.can_choose_speaker = false;
    page.settle();
    CHECK(page.recorder().find(Role::combobox, "Speaker") == nullptr);
    CHECK(only<call::PlayTestTone>(page.click(Role::button, "Play a test sound")) != nullptr);
}

TEST_CASE("resolution and processing are chosen one by one") {
    Page page;
    open_settings(page, test::in_lobby());
    page.click(Role::combobox, "Resolution");
    page.settle();
    CHECK(page.node(Role::option, "High").description == "1280 × 720, 30 pictures a second");
    CHECK(changed(page.click(Role::option, "Low")).video_preset == call::VideoPreset::low);
    CHECK_FALSE(changed(page.click(Role::checkbox, "Echo cancellation")).echo_cancellation);
    CHECK_FALSE(changed(page.click(Role::checkbox, "Noise suppression")).noise_suppression);
    CHECK_FALSE(changed(page.click(Role::checkbox, "Automatic volume of the microphone"))
                    .auto_gain_control);
    CHECK(changed(page.click(Role::checkbox, "Push to talk")).push_to_talk);
}

TEST_CASE("with push to talk the microphone's button is held; the keyboard presses it as ever") {
    Page page;
    page.state = test::in_call({"bob"});
    page.state.settings.push_to_talk = true;
    page.settle();
    // The pointer presses and lets go.
    CHECK(page.tap(Role::button, "Microphone") ==
          std::vector<call::Intent>{call::Talk{true}, call::Talk{false}});
    CHECK(page.click(Role::button, "Microphone") ==
          std::vector<call::Intent>{call::ToggleDevice{call::Device::microphone}});

    page.state.settings.push_to_talk = false;
    CHECK(page.tap(Role::button, "Microphone") ==
          std::vector<call::Intent>{call::ToggleDevice{call::Device::microphone}});
}

TEST_CASE("opening and closing the settings of a call tells that there is a meter") {
    Page page(GENERATE(ImVec2(1280, 800), ImVec2(390, 844)));
    page.state = test::in_lobby();
    page.settle();
    const auto opened = page.click(Role::button, "Settings");
    REQUIRE(only<call::ShowMeter>(opened) != nullptr);
    CHECK(only<call::ShowMeter>(opened)->shown);
    page.state.settings_shown = true;
    page.settle();
    CHECK(page.recorder().find(Role::meter, "Microphone level") != nullptr);
    const auto closed = page.click(Role::button, "Close panel");
    REQUIRE(only<call::ShowMeter>(closed) != nullptr);
    CHECK_FALSE(only<call::ShowMeter>(closed)->shown);
}

TEST_CASE("untouched settings ask for no frame") {
    Page page(GENERATE(ImVec2(1280, 800), ImVec2(390, 844)));
    open_settings(page, test::in_call({"bob"}));
    page.draw();
    CHECK_FALSE(page.recorder().redraw().has_value());
}

TEST_CASE("the connection check is asked for, and cannot be twice at a time") {
    Page page;
    open_settings(page, test::in_lobby());
    CHECK(only<call::CheckConnection>(page.click(Role::button, "Check connection")) != nullptr);
    set(page.state, CheckItem::server, CheckResult::checking);
    page.settle();
    CHECK(page.node(Role::button, "Check connection").disabled);
    CHECK(page.says(Role::status, "Server: Checking…"));
}

TEST_CASE("the check is one step away from the lobby") {
    Page page;
    page.state = test::in_lobby();
    page.settle();
    const auto intents = page.click(Role::button, "Check connection");
    REQUIRE(intents.size() == 2);
    CHECK(std::holds_alternative<call::ShowMeter>(intents[0]));
    CHECK(std::holds_alternative<call::CheckConnection>(intents[1]));
    page.state.settings_shown = true;
    page.settle();
    const frame::Rect button = page.node(Role::button, "Check connection").rect;
    CHECK(button.y + button.height < page.size().y);
}

TEST_CASE("what the check found is listed in words, and what it means") {
    Page page;
    open_settings(page, test::in_lobby());
    page.state.media.camera.capture = call::Capture::off;
    set(page.state, CheckItem::server, CheckResult::ok);
    set(page.state, CheckItem::stun, CheckResult::failed);
    set(page.state, CheckItem::turn_udp, CheckResult::failed);
    set(page.state, CheckItem::turn_tcp, CheckResult::not_offered);
    set(page.state, CheckItem::turn_tls, CheckResult::ok);
    page.settle();
    for (const char* said :
         {"Camera: Switched off", "Microphone: Works", "Server: Works",
          "Direct way (STUN): Does not work", "Relay over UDP (TURN): Does not work",
          "Relay over TCP (TURN): Not offered", "Relay over TLS (TURN): Works"})
        CHECK(page.says(Role::status, said));
    CHECK(page.says(
        Role::status,
        "Calls will go through the relay: that works, and may take a little longer on its way."));
}

TEST_CASE("hiding one's address explains itself where the server has no relay") {
    const std::string_view words =
        "This server has no relay: as long as this is on, no call can connect.";
    Page page;
    open_settings(page, test::in_call({"bob"}));
    page.state.signaling.state = call::SignalingState::joined;
    page.settle();
    CHECK(page.recorder().find(Role::text, words) == nullptr);
    page.state.settings.relay_only = true;
    page.settle();
    CHECK(page.recorder().find(Role::text, words) != nullptr);
    page.state.signaling.ice_servers = {
        {.urls = {"turn:turn.test"}, .username = "somebody", .credential = "secret"}};
    page.settle();
    CHECK(page.recorder().find(Role::text, words) == nullptr);
}
