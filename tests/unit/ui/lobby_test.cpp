#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace malgil;
using call::Language;
using frame::Role;
using test::only;
using test::Page;

namespace {

/// The names that the page's contract promises.
struct Names {
    Language language;
    std::string user_id, channel, call, hang_up, microphone, camera;
};

const Names english{Language::english, "User ID",    "Channel", "Call",
                    "Hang up",         "Microphone", "Camera"};
const Names korean{Language::korean, "사용자 아이디", "채널 이름", "호출",
                   "끊기",           "마이크",        "카메라"};

}  // namespace

TEST_CASE("the lobby's controls are found by role and name, and tell what was asked for") {
    const Names& names = GENERATE_REF(english, korean);
    Page page;
    page.state = test::in_lobby();
    page.state.language = names.language;
    page.settle();

    SECTION("Call calls with what was typed") {
        page.ui.user = "alice";
        page.ui.channel = "standup";
        const auto intents = page.click(Role::button, names.call);
        const auto* const call = only<call::Call>(intents);
        REQUIRE(call != nullptr);
        CHECK(*call == call::Call{.user = "alice", .channel = "standup"});
    }
    SECTION("Enter in the user ID calls") {
        page.ui.user = "alice";
        CHECK(only<call::Call>(page.enter(names.user_id)) != nullptr);
    }
    SECTION("Enter in the channel calls") {
        page.ui.channel = "standup";
        CHECK(only<call::Call>(page.enter(names.channel)) != nullptr);
    }
    SECTION("the microphone is toggled") {
        const auto intents = page.click(Role::button, names.microphone);
        const auto* const toggle = only<call::ToggleDevice>(intents);
        REQUIRE(toggle != nullptr);
        CHECK(toggle->device == call::Device::microphone);
    }
    SECTION("the camera is toggled") {
        const auto intents = page.click(Role::button, names.camera);
        const auto* const toggle = only<call::ToggleDevice>(intents);
        REQUIRE(toggle != nullptr);
        CHECK(toggle->device == call::Device::camera);
    }
    SECTION("the pointer presses what the DOM's click presses") {
        CHECK(only<call::ToggleDevice>(page.tap(Role::button, names.camera)) != nullptr);
    }
    SECTION("a press right after a click of the DOM is not lost") {
        page.tap(Role::button, names.microphone);
        REQUIRE(only<call::Call>(page.click(Role::button, names.call)) != nullptr);
        // The pointer still stands over the microphone.
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
        CHECK(page.draw().empty());
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
        CHECK(only<call::ToggleDevice>(page.draw()) != nullptr);
    }
    SECTION("while calling, Hang up leaves") {
        page.state.phase = call::Phase::calling;
        page.draw();
        CHECK(only<call::HangUp>(page.click(Role::button, names.hang_up)) != nullptr);
        CHECK(page.recorder().find(Role::button, names.call) == nullptr);
    }
}

TEST_CASE("the fields begin with what is remembered, and keep what is typed then") {
    Page page;
    page.state = test::in_lobby();
    page.state.user = "alice";
    page.state.channel = "standup";
    page.draw();
    CHECK(*page.field("User ID").text == "alice");
    CHECK(*page.field("Channel").text == "standup");

    *page.field("User ID").text = "bob";
    page.draw();
    CHECK(*page.field("User ID").text == "bob");
}

TEST_CASE("an empty user ID has the focus at the start, but no phone keyboard slides in") {
    Page page;
    page.around.touch = GENERATE(false, true);
    page.draw();
    CHECK(page.field("User ID").focus == !page.around.touch);
    page.draw();
    CHECK_FALSE(page.field("User ID").focus);
}

TEST_CASE("toggles report whether they are on") {
    Page page;
    page.state = test::in_lobby();
    page.state.media.camera.enabled = false;
    page.draw();
    CHECK(page.node(Role::button, "Microphone").pressed == true);
    CHECK(page.node(Role::button, "Camera").pressed == false);
}

TEST_CASE("the language is chosen by its own name") {
    Page page;
    page.state = test::in_lobby();
    page.draw();
    CHECK(page.node(Role::button, "English").pressed == true);
    const auto intents = page.click(Role::button, "한국어");
    const auto* const choice = only<call::ChooseLanguage>(intents);
    REQUIRE(choice != nullptr);
    CHECK(choice->language == Language::korean);
    CHECK(page.click(Role::button, "English").empty());
}

TEST_CASE("what is wrong with a name is said under its field") {
    Page page;
    page.state = test::in_lobby();
    page.state.form_errors.user = protocol::NameError::empty;
    page.state.form_errors.channel = protocol::NameError::too_long;
    page.draw();

    const std::string user_error = "Enter a user ID: the name that others see.";
    CHECK(page.says(Role::alert, user_error));
    CHECK(page.field("User ID").invalid);
    CHECK(page.field("User ID").description == user_error);
    CHECK(page.says(Role::alert, "Use at most 64 characters."));
    CHECK(page.field("Channel").invalid);
}

TEST_CASE("one's own picture shows mirrored, and not while the camera is off") {
    Page page;
    page.state = test::in_lobby();
    page.draw();
    REQUIRE(page.recorder().video_places().size() == 1);
    CHECK(page.recorder().video_places()[0].self);
    CHECK(page.recorder().video_places()[0].mirrored);
    CHECK(page.recorder().video_places()[0].visible);

    page.state.media.camera.enabled = false;
    page.draw();
    CHECK_FALSE(page.recorder().video_places()[0].visible);
    CHECK(page.recorder().find(Role::text, "Your camera is off") != nullptr);
}

TEST_CASE("a refusal is said in the preview, once, with a way to try again") {
    Page page;
    page.state = test::in_lobby();
    page.state.media.camera = {.capture = call::Capture::failed,
                               .error = call::CaptureError::refused};
    page.state.media.microphone = page.state.media.camera;
    test::give_notice(page.state, call::NoticeKind::media_refused);
    page.draw();

    const auto said = std::ranges::count_if(page.recorder().nodes(), [](const frame::Node& node) {
        return node.name.starts_with("The browser does not let Malgil use your camera and");
    });
    CHECK(said == 1);
    CHECK(page.node(Role::button, "Camera").pressed == false);
    CHECK(only<call::RetryCapture>(page.click(Role::button, "Try again")) != nullptr);
    CHECK(only<call::RetryCapture>(page.click(Role::button, "Camera")) != nullptr);
}

TEST_CASE("a missing microphone does not cover the picture") {
    Page page;
    page.state = test::in_lobby();
    page.state.media.microphone = {.capture = call::Capture::failed,
                                   .error = call::CaptureError::not_found};
    test::give_notice(page.state, call::NoticeKind::no_microphone);
    page.draw();
    CHECK(page.recorder().video_places()[0].visible);
    CHECK(page.says(Role::alert,
                    "No microphone was found, so others cannot hear you. Plug one in and try "
                    "again."));
}

TEST_CASE("the meter tells the level of a microphone that is on") {
    Page page;
    page.state = test::in_lobby();
    page.state.media.microphone_level = 0.5F;
    page.draw();
    CHECK(page.node(Role::meter, "Microphone level").value == 0.5F);
    page.state.media.microphone.enabled = false;
    page.draw();
    CHECK(page.node(Role::meter, "Microphone level").value == 0.0F);
}

TEST_CASE("without WebRTC nobody is called") {
    Page page;
    page.state = test::in_lobby();
    page.state.has_webrtc = false;
    page.draw();
    CHECK(page.node(Role::button, "Call").disabled);
    CHECK_FALSE(page.node(Role::button, "Call").description.empty());
    CHECK(page.click(Role::button, "Call").empty());
    CHECK(page.enter("User ID").empty());
    CHECK(page.tap(Role::button, "Call").empty());
}

TEST_CASE("while the server is away, the call counts down and can be tried at once") {
    Page page;
    page.state = test::in_lobby();
    page.state.phase = call::Phase::calling;
    page.state.signaling.state = call::SignalingState::waiting;
    page.state.signaling.seconds_left = 7;
    test::give_notice(page.state, call::NoticeKind::server_away);
    page.draw();

    CHECK(page.recorder().find(Role::text, "Next attempt in 7 s") != nullptr);
    const auto buttons = std::ranges::count(page.recorder().nodes(), "Try now", &frame::Node::name);
    CHECK(buttons == 1);
    CHECK(only<call::RetryNow>(page.click(Role::button, "Try now")) != nullptr);
    CHECK(only<call::HangUp>(page.click(Role::button, "Hang up")) != nullptr);
}

TEST_CASE("what does not fit is scrolled to when the keyboard reaches it") {
    Page page({320, 480});
    page.state = test::in_lobby();
    page.settle();
    REQUIRE(page.node(Role::button, "Call").out_of_view);

    page.recorder().focus(page.node(Role::button, "Call").id);
    page.settle();
    const frame::Node& call = page.node(Role::button, "Call");
    CHECK_FALSE(call.out_of_view);
    CHECK(call.rect.y + call.rect.height <= page.size().y);
    CHECK(only<call::Call>(page.click(Role::button, "Call")) != nullptr);
}

TEST_CASE("what is out of view can be activated all the same") {
    Page page({320, 480});
    page.state = test::in_lobby();
    page.settle();
    REQUIRE(page.node(Role::button, "Call").out_of_view);
    CHECK(only<call::Call>(page.click(Role::button, "Call")) != nullptr);
}
