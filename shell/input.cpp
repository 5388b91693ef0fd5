#include "shell/input.hpp"

#include "shell/keys.hpp"
#include "web/dom.hpp"

#include <imgui.h>

#include <cfloat>
#include <string>
#include <utility>

namespace malgil::shell {

using web::val;

namespace {

double seconds_of(const val& event) {
    return event["timeStamp"].as<double>() / 1000;
}

bool is_touch(const val& event) {
    return event["pointerType"].as<std::string>() == "touch";
}

// Elements that do something with the pointer by themselves: fields, and text to be selected.
bool has_own_pointer(const val& target) {
    return !web::is_nullish(target) &&
           !web::is_nullish(
               target.call<val>("closest", val("#mirror input, #mirror textarea, .selectable")));
}

// https://www.w3.org/TR/pointerevents/#the-button-property
int imgui_button(int button) {
    switch (button) {
        case 1:
            return ImGuiMouseButton_Middle;
        case 2:
            return ImGuiMouseButton_Right;
        default:
            return ImGuiMouseButton_Left;
    }
}

}  // namespace

Input::Input(const val& stage, Callbacks callbacks)
    : stage_(stage), callbacks_(std::move(callbacks)) {
    listen(stage);
}

void Input::listen(const val& stage) {
    const auto on = [this](const val& target, const char* event, auto function,
                           bool passive = true) {
        listeners_.emplace_back(target, event, std::move(function),
                                web::ListenerOptions{.passive = passive});
    };
    on(stage, "pointerdown", [this](const val& event) { pointer_down(event); });
    on(stage, "pointermove", [this](const val& event) { pointer_moved(event); });
    on(stage, "pointerup", [this](const val& event) { pointer_up(event); });
    on(stage, "pointercancel", [this](const val&) { pointer_cancelled(); });
    on(stage, "pointerout", [this](const val& event) { pointer_left(event); });
    on(stage, "mousedown", [this](const val& event) { mouse_down(event); }, false);
    on(stage, "wheel", [this](const val& event) { wheel(event); });
    on(
        stage, "contextmenu",
        [](const val& event) {
            if (!has_own_pointer(event["target"]))
                event.call<void>("preventDefault");
        },
        false);
    on(web::window(), "keydown", [this](const val& event) { key(event, true); });
    on(web::window(), "keyup", [this](const val& event) { key(event, false); });
    on(web::window(), "blur", [this](const val&) {
        ImGui::GetIO().AddFocusEvent(false);
        callbacks_.moved();
    });
    on(web::window(), "focus", [this](const val&) {
        ImGui::GetIO().AddFocusEvent(true);
        callbacks_.moved();
    });
}

ImVec2 Input::position_of(const val& event) const {
    const val box = stage_.call<val>("getBoundingClientRect");
    return {event["clientX"].as<float>() - box["left"].as<float>(),
            event["clientY"].as<float>() - box["top"].as<float>()};
}

void Input::pointer_down(const val& event) {
    ImGuiIO& io = ImGui::GetIO();
    const bool touch = is_touch(event);
    // A second finger zooms; it presses nothing.
    if (touch && touch_ != 0)
        return;
    const ImVec2 position = position_of(event);
    press_seen_ = true;
    callbacks_.take_focus_given();  // of an earlier press
    if (touch) {
        touch_ = event["pointerId"].as<int>();
        panning_.begin(position, seconds_of(event));
    } else if (!has_own_pointer(event["target"])) {
        // So that the release comes here, too, wherever it is.
        stage_.call<void>("setPointerCapture", event["pointerId"]);
    }
    io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(position.x, position.y);
    io.AddMouseButtonEvent(imgui_button(event["button"].as<int>()), true);
    callbacks_.acted();
}

void Input::pointer_moved(const val& event) {
    ImGuiIO& io = ImGui::GetIO();
    const ImVec2 position = position_of(event);
    if (is_touch(event)) {
        if (event["pointerId"].as<int>() != touch_)
            return;
        if (panning_.move(position, seconds_of(event))) {
            release_everywhere(ImGuiMouseButton_Left);
            callbacks_.moved();
            return;
        }
    }
    io.AddMousePosEvent(position.x, position.y);
    callbacks_.moved();
}

void Input::pointer_up(const val& event) {
    ImGuiIO& io = ImGui::GetIO();
    if (is_touch(event)) {
        if (event["pointerId"].as<int>() != touch_)
            return;
        touch_ = 0;
        if (!panning_.end(seconds_of(event), reduced_motion_))
            io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
        callbacks_.acted();
        // A finger that is gone hovers over nothing.
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        callbacks_.moved();
        return;
    }
    const ImVec2 position = position_of(event);
    io.AddMousePosEvent(position.x, position.y);
    io.AddMouseButtonEvent(imgui_button(event["button"].as<int>()), false);
    callbacks_.acted();
}

void Input::pointer_cancelled() {
    touch_ = 0;
    press_seen_ = false;
    panning_.end(0, true);
    release_everywhere(ImGuiMouseButton_Left);
    callbacks_.moved();
}

void Input::pointer_left(const val& event) const {
    // Out of the page, not only from one element to another.
    if (!web::is_nullish(event["relatedTarget"]) || is_touch(event) ||
        event["buttons"].as<int>() != 0)
        return;
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    callbacks_.moved();
}

// A release over nothing presses nothing.
void Input::release_everywhere(int button) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    io.AddMouseButtonEvent(button, false);
}

// The focus does not follow the pointer to what it presses: while one writes, Send is pressed, and
// the keyboard of a phone stays. Elsewhere the browser takes the focus from a field.
void Input::mouse_down(const val& event) const {
    const val target = event["target"];
    if (has_own_pointer(target))
        return;
    const bool on_button = !web::is_nullish(target.call<val>("closest", val("#mirror button")));
    if (callbacks_.take_focus_given() || on_button)
        event.call<void>("preventDefault");
}

void Input::wheel(const val& event) const {
    // A long text scrolls in its own field; with Ctrl the reader zooms.
    if (event["ctrlKey"].as<bool>() ||
        !web::is_nullish(event["target"].call<val>("closest", val("textarea"))))
        return;
    // In lines: https://www.w3.org/TR/uievents/#dom-wheelevent-deltamode
    const float line = ImGui::GetStyle().FontSizeBase;
    float unit = 1 / line;
    if (event["deltaMode"].as<int>() == 1)
        unit = 1;
    else if (event["deltaMode"].as<int>() == 2)
        unit = ImGui::GetIO().DisplaySize.y / line;
    // A notch of Dear ImGui is two columns or five lines.
    ImGui::GetIO().AddMouseWheelEvent(-event["deltaX"].as<float>() * unit / 2,
                                      -event["deltaY"].as<float>() * unit / 5);
    callbacks_.moved();
}

void Input::key(const val& event, bool down) const {
    const auto code = web::string_of(event["code"]);
    if (!code || event["isComposing"].as<bool>())
        return;
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, event["ctrlKey"].as<bool>());
    io.AddKeyEvent(ImGuiMod_Shift, event["shiftKey"].as<bool>());
    io.AddKeyEvent(ImGuiMod_Alt, event["altKey"].as<bool>());
    io.AddKeyEvent(ImGuiMod_Super, event["metaKey"].as<bool>());
    const ImGuiKey pressed = imgui_key(*code);
    const val target = event["target"];
    const bool in_field =
        target["closest"].isUndefined()
            ? false
            : !web::is_nullish(target.call<val>("closest", val("#mirror input, #mirror textarea")));
    // What is typed is the field's; only what leaves it is the program's, too.
    if (pressed == ImGuiKey_None || (in_field && down && pressed != ImGuiKey_Escape))
        return;
    io.AddKeyEvent(pressed, down);
    callbacks_.acted();
}

bool Input::step() {
    return panning_.step(ImGui::GetIO().DeltaTime);
}

bool Input::take_press_seen() {
    return std::exchange(press_seen_, false);
}

}  // namespace malgil::shell
