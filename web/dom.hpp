#pragma once

#include "web/val.hpp"

#include <string>

/// The page itself: https://dom.spec.whatwg.org, https://html.spec.whatwg.org
namespace malgil::web {

[[nodiscard]] val window();
[[nodiscard]] val document();
/// `<html>`
[[nodiscard]] val document_element();

/// A new element, not in the document yet.
[[nodiscard]] val create_element(const char* tag);
void set_attribute(const val& element, const char* name, const std::string& value);
void remove_attribute(const val& element, const char* name);

/// `element.style.setProperty(property, value)`; works under a CSP without `unsafe-inline`.
void set_style(const val& element, const char* property, const std::string& value);

/// `matchMedia(query).matches`
[[nodiscard]] bool matches_media(const char* query);

/// `performance.now()`: monotonic, since the page began to load.
[[nodiscard]] double now_ms();
/// `Date.now()`: since 1970 in UTC, as the person's clock has it.
[[nodiscard]] double wall_clock_ms();

}  // namespace malgil::web
