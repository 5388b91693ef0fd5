#include "shell/still.hpp"

#include "shell/css.hpp"
#include "web/dom.hpp"

#include <imgui.h>

#include <chrono>
#include <utility>

namespace malgil::shell {

using web::val;

namespace {

// Longer than a call that is still finding its shape goes without a frame: a copy costs more than
// the canvas does for as long.
constexpr std::chrono::milliseconds until_rest{10000};

// A canvas of that size, in device pixels, and what it is drawn on by.
struct Copy {
    Copy(int width, int height) : element(web::create_element("canvas")) {
        element.set("width", width);
        element.set("height", height);
        context = element.call<val>("getContext", val("2d"));
    }

    val element;
    val context;
};

}  // namespace

Still::Still(val canvas, val layer, std::function<Parts()> parts)
    : canvas_(std::move(canvas)), layer_(std::move(layer)), parts_(std::move(parts)) {}

void Still::canvas_drawn() {
    rest_ = web::Timer(until_rest, [this] { rest(); });
    if (!std::exchange(stands_in_, false))
        return;
    set_class(canvas_, "at-rest", false);
    layer_.call<void>("replaceChildren");
}

void Still::rest() {
    const Parts parts = parts_();
    if (parts.empty())
        return;
    // Once out of WebGL, which may have to wait for it, and from there in parts.
    const Copy whole(canvas_["width"].as<int>(), canvas_["height"].as<int>());
    whole.context.call<void>("drawImage", canvas_, 0, 0);
    for (const frame::PixelRect& part : parts)
        layer_.call<void>("append", cut(whole.element, part));
    set_class(canvas_, "at-rest", true);
    stands_in_ = true;
}

val Still::cut(const val& whole, const frame::PixelRect& part) {
    const Copy copy(part.width, part.height);
    copy.context.call<void>("drawImage", whole, -part.x, -part.y);
    const val& element = copy.element;
    const ImVec2 scale = ImGui::GetIO().DisplayFramebufferScale;
    // Not by a transform: these are put on whole device pixels, where the ratio is no whole number.
    web::set_style(element, "left", css_px(static_cast<float>(part.x) / scale.x));
    web::set_style(element, "top", css_px(static_cast<float>(part.y) / scale.y));
    web::set_style(element, "width", css_px(static_cast<float>(part.width) / scale.x));
    web::set_style(element, "height", css_px(static_cast<float>(part.height) / scale.y));
    return element;
}

}  // namespace malgil::shell
