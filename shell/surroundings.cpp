#include "shell/surroundings.hpp"

#include "shell/css.hpp"
#include "web/dom.hpp"

#include <cstdlib>
#include <string>
#include <utility>

namespace malgil::shell {

using web::val;

namespace {

constexpr const char* coarse_pointer = "(pointer: coarse)";
constexpr const char* reduced_motion = "(prefers-reduced-motion: reduce)";

// `env()` is known to style sheets only: an element wears the insets as its padding.
float padding(const val& style, const char* side) {
    return std::strtof(style[side].as<std::string>().c_str(), nullptr);
}

Surroundings read() {
    const val probe = web::document().call<val>("getElementById", val("insets"));
    const val style = val::global("getComputedStyle")(probe);
    return {.inset_top = padding(style, "paddingTop"),
            .inset_right = padding(style, "paddingRight"),
            .inset_bottom = padding(style, "paddingBottom"),
            .inset_left = padding(style, "paddingLeft"),
            .touch = web::matches_media(coarse_pointer),
            .reduced_motion = web::matches_media(reduced_motion),
            .utc_offset_minutes = -val::global("Date").new_().call<int>("getTimezoneOffset")};
}

}  // namespace

SurroundingsWatch::SurroundingsWatch(val stage, std::function<void()> changed)
    : stage_(std::move(stage)), changed_(std::move(changed)), now_(read()) {
    const auto on = [this](const val& target, const char* event) {
        listeners_.emplace_back(target, event, [this](const val&) { look(); });
    };
    for (const char* query : {coarse_pointer, reduced_motion})
        on(web::window().call<val>("matchMedia", val(query)), "change");
    on(web::window(), "resize");
    // The clock may have been set to another zone meanwhile.
    on(web::document(), "visibilitychange");
    if (const val viewport = web::window()["visualViewport"]; !web::is_nullish(viewport)) {
        on(viewport, "resize");
        on(viewport, "scroll");
    }
    fit_stage();
}

void SurroundingsWatch::look() {
    fit_stage();
    const Surroundings before = std::exchange(now_, read());
    if (before != now_)
        changed_();
}

// Where the keyboard covers the page instead of making it smaller (Safari), the stage takes the
// part that is left. A reader who has zoomed in keeps the whole.
// https://drafts.csswg.org/cssom-view/#visualViewport
void SurroundingsWatch::fit_stage() {
    const val viewport = web::window()["visualViewport"];
    if (web::is_nullish(viewport))
        return;
    const auto height = viewport["height"].as<float>();
    const auto whole = web::window()["innerHeight"].as<float>();
    const bool covered = viewport["scale"].as<float>() < 1.01F && height < whole - 1;
    if (!covered && !fitted_)
        return;
    fitted_ = covered;
    web::set_style(stage_, "bottom", covered ? "auto" : "");
    web::set_style(stage_, "height", covered ? css_px(height) : "");
    web::set_style(stage_, "top", covered ? css_px(viewport["offsetTop"].as<float>()) : "");
}

}  // namespace malgil::shell
