#include "web/dom.hpp"

#include <emscripten/html5.h>

namespace malgil::web {

val window() {
    return val::global("window");
}

val document() {
    return val::global("document");
}

val document_element() {
    return document()["documentElement"];
}

val create_element(const char* tag) {
    return document().call<val>("createElement", val(tag));
}

void set_attribute(const val& element, const char* name, const std::string& value) {
    element.call<void>("setAttribute", val(name), value);
}

void remove_attribute(const val& element, const char* name) {
    element.call<void>("removeAttribute", val(name));
}

void set_style(const val& element, const char* property, const std::string& value) {
    element["style"].call<void>("setProperty", val(property), value);
}

bool matches_media(const char* query) {
    return window().call<val>("matchMedia", val(query))["matches"].as<bool>();
}

double now_ms() {
    return emscripten_get_now();
}

double wall_clock_ms() {
    return emscripten_date_now();
}

}  // namespace malgil::web
