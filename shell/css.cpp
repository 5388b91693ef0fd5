#include "shell/css.hpp"

#include "web/dom.hpp"

#include <cmath>

namespace malgil::shell {

std::string css_px(float value) {
    // Hundredths of a pixel are finer than any screen.
    const long hundredths = std::lround(value * 100);
    std::string result = std::to_string(hundredths / 100);
    if (const long rest = std::labs(hundredths % 100); rest != 0) {
        if (hundredths < 0 && hundredths > -100)
            result = "-" + result;
        result += rest < 10 ? ".0" : ".";
        result += std::to_string(rest);
    }
    return result + "px";
}

void set_class(const web::val& element, const char* name, bool on) {
    element["classList"].call<void>("toggle", web::val(name), on);
}

void set_place(const web::val& element, const frame::Rect& rect) {
    web::set_style(element, "transform",
                   "translate(" + css_px(rect.x) + "," + css_px(rect.y) + ")");
    web::set_style(element, "width", css_px(rect.width));
    web::set_style(element, "height", css_px(rect.height));
}

void set_or_remove(const web::val& element, const char* attribute, const std::string& value) {
    if (value.empty())
        web::remove_attribute(element, attribute);
    else
        web::set_attribute(element, attribute, value);
}

}  // namespace malgil::shell
