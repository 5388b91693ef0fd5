#pragma once

#include "shell/frame/semantics.hpp"
#include "web/val.hpp"

#include <string>

namespace malgil::shell {

/// "12px", "12.5px"
[[nodiscard]] std::string css_px(float value);

/// `element.classList.toggle(name, on)`
void set_class(const web::val& element, const char* name, bool on);

/// Width, height and a translation to the rectangle, of an element that is positioned absolutely.
void set_place(const web::val& element, const frame::Rect& rect);

/// Sets the attribute, or removes it where the value is empty.
void set_or_remove(const web::val& element, const char* attribute, const std::string& value);

}  // namespace malgil::shell
