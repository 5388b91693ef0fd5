#include "shell/mirror_element.hpp"

#include "shell/css.hpp"
#include "web/dom.hpp"

#include <cmath>

namespace malgil::shell {

using frame::Node;
using frame::Role;
using web::val;

namespace {

// A property of the element; no attribute, since the document has no use for it.
constexpr const char* id_property = "mirroredId";

struct Kind {
    const char* tag;
    const char* role;  // where the tag does not say it
    const char* classes;
};

Kind kind_of(Role role) {
    switch (role) {
        case Role::button:
            return {"button", "", ""};
        case Role::checkbox:
            return {"button", "checkbox", ""};
        case Role::combobox:
            return {"button", "combobox", ""};
        case Role::option:
            return {"button", "option", ""};
        case Role::textbox:
            return {"input", "", ""};
        case Role::heading:
            return {"div", "heading", "text plain"};
        case Role::text:
            return {"span", "", "text plain"};
        case Role::meter:
            return {"div", "meter", ""};
        case Role::group:
            return {"div", "group", ""};
        case Role::listbox:
            return {"div", "listbox", ""};
        case Role::log:
            return {"div", "log", "log"};
        case Role::status:
            return {"div", "status", "text"};
        case Role::alert:
            return {"div", "alert", "text"};
    }
    return {"div", "", ""};
}

bool is_button(Role role) {
    return role == Role::button || role == Role::checkbox || role == Role::combobox ||
           role == Role::option;
}

bool is_text(Role role) {
    return role == Role::text || role == Role::heading;
}

bool is_announcement(Role role) {
    return role == Role::status || role == Role::alert;
}

std::string word_for(const std::optional<bool>& state) {
    if (!state)
        return "";
    return *state ? "true" : "false";
}

}  // namespace

MirrorElement::MirrorElement(val root) : dom_(std::move(root)) {
    place_ = {};
}

MirrorElement::MirrorElement(const Node& node, const val& field)
    : dom_(val::undefined()), field_(field) {
    node_.role = node.role;
    if (!field_.isUndefined()) {
        // The frame moves and the field in it stays: WebKit centres a field's text anew with each
        // move of the field itself, from where the text was.
        dom_ = web::create_element("div");
        web::set_attribute(dom_, "class", "field");
        dom_.call<void>("append", field_);
        field_.set(id_property, node.id);
        return;
    }
    const Kind kind = kind_of(node.role);
    dom_ = web::create_element(kind.tag);
    dom_.set(id_property, node.id);
    set_or_remove(dom_, "role", kind.role);
    set_or_remove(dom_, "class", kind.classes);
    if (is_button(node.role))
        web::set_attribute(dom_, "type", "button");
    if (node.role == Role::combobox)
        web::set_attribute(dom_, "aria-haspopup", "listbox");
    if (node.role == Role::meter) {
        web::set_attribute(dom_, "aria-valuemin", "0");
        web::set_attribute(dom_, "aria-valuemax", "1");
    }
}

bool MirrorElement::fits(const Node& node, const val& field) const {
    return node.role == node_.role && field_.strictlyEquals(field);
}

void MirrorElement::show(const Node& node, const MirrorElement& parent, bool first_heading) {
    show_place(node, parent);
    if (field_.isUndefined()) {
        show_name(node);
        show_states(node);
    }
    if (node.role == Role::heading) {
        const int level = first_heading ? 1 : 2;
        if (level != heading_level_) {
            heading_level_ = level;
            web::set_attribute(dom_, "aria-level", std::to_string(level));
        }
    }
    node_ = node;
}

void MirrorElement::show_name(const Node& node) {
    if (is_text(node.role)) {
        show_text(node.name);
    } else if (!is_announcement(node.role)) {
        show_label(node.name);
    }
}

void MirrorElement::show_text_of_region() {
    if (!is_announcement(node_.role))
        return;
    const bool leaf = wanted.empty();
    show_text(leaf ? node_.name : "");
    show_label(leaf ? "" : node_.name);
}

void MirrorElement::show_label(const std::string& label) {
    if (label == label_)
        return;
    label_ = label;
    set_or_remove(dom_, "aria-label", label);
}

void MirrorElement::show_text(const std::string& text) {
    if (text == text_)
        return;
    text_ = text;
    dom_.set("textContent", text);
}

void MirrorElement::show_states(const Node& node) {
    const auto show = [&](const char* attribute, const auto& now, const auto& before) {
        if (now != before)
            set_or_remove(dom_, attribute, word_for(now));
    };
    const bool checkbox = node.role == Role::checkbox;
    show(checkbox ? "aria-checked" : "aria-pressed", node.pressed, node_.pressed);
    show("aria-expanded", node.expanded, node_.expanded);
    show("aria-selected", node.selected, node_.selected);
    if (node.value != node_.value)
        set_or_remove(dom_, "aria-valuenow", node.value ? std::to_string(*node.value) : "");
    if (node.description != node_.description)
        set_or_remove(dom_, "aria-description", node.description);
    if (node.disabled != node_.disabled) {
        set_or_remove(dom_, "aria-disabled", node.disabled ? "true" : "");
        if (is_button(node.role))
            dom_.set("disabled", node.disabled);
    }
    if (node.selectable != node_.selectable) {
        set_class(dom_, "selectable", node.selectable);
        set_class(dom_, "plain", !node.selectable);
    }
    if (node.font_size != node_.font_size)
        web::set_style(dom_, "font-size", css_px(node.font_size));
    if (node.line_height != node_.line_height)
        web::set_style(dom_, "line-height", css_px(node.line_height));
}

void MirrorElement::show_place(const Node& node, const MirrorElement& parent) {
    const frame::Rect& origin = parent.node_.rect;
    const frame::Rect place{.x = node.rect.x - origin.x,
                            .y = node.rect.y - origin.y,
                            .width = node.rect.width,
                            .height = node.rect.height};
    if (node.out_of_view != node_.out_of_view)
        set_class(dom_, "out-of-view", node.out_of_view);
    if (place == place_)
        return;
    place_ = place;
    set_place(dom_, place);
    // Round controls get a round focus ring.
    if (is_button(node.role))
        set_class(dom_, "round", std::abs(place.width - place.height) < 1);
}

ImGuiID mirrored_id(const val& target) {
    if (web::is_nullish(target))
        return 0;
    const val id = target[id_property];
    return id.isNumber() ? id.as<ImGuiID>() : 0;
}

}  // namespace malgil::shell
