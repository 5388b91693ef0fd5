#include "shell/text_fields.hpp"

#include "shell/css.hpp"
#include "web/dom.hpp"

#include <algorithm>
#include <utility>

namespace malgil::shell {

using web::val;

struct TextFields::Field {
    val element = val::undefined();
    frame::TextField shown;  // as the element has it
    std::string value;       // what both sides have agreed on
    std::string* text = nullptr;
    web::Listener on_input;
    web::Listener on_key;
};

namespace {

// Safari on a phone zooms in on fields with smaller text.
constexpr float least_touch_size = 16;

void apply(val& element, const frame::TextField& field, const frame::TextField& shown) {
    if (field.name != shown.name)
        web::set_attribute(element, "aria-label", field.name);
    if (field.placeholder != shown.placeholder)
        element.set("placeholder", field.placeholder);
    if (field.font_size != shown.font_size)
        web::set_style(element, "font-size",
                       css_px(web::matches_media("(pointer: coarse)")
                                  ? std::max(field.font_size, least_touch_size)
                                  : field.font_size));
    if (field.disabled != shown.disabled)
        element.set("disabled", field.disabled);
    if (field.invalid != shown.invalid)
        set_or_remove(element, "aria-invalid", field.invalid ? "true" : "");
    if (field.description != shown.description)
        set_or_remove(element, "aria-description", field.description);
    if (field.autocomplete != shown.autocomplete)
        set_or_remove(element, "autocomplete", field.autocomplete);
    if (field.enter_hint != shown.enter_hint)
        set_or_remove(element, "enterkeyhint", field.enter_hint);
}

// Names are no words of a language, and nobody wants them corrected.
void set_habits(const val& element, bool prose) {
    web::set_attribute(element, "spellcheck", prose ? "true" : "false");
    web::set_attribute(element, "autocapitalize", prose ? "sentences" : "off");
    web::set_attribute(element, "autocorrect", prose ? "on" : "off");
}

}  // namespace

TextFields::TextFields(Callbacks callbacks) : callbacks_(std::move(callbacks)) {}

TextFields::~TextFields() = default;

TextFields::Field& TextFields::create(const frame::TextField& field) {
    auto made = std::make_unique<Field>();
    made->element = web::create_element(field.multiline ? "textarea" : "input");
    if (field.multiline)
        made->element.set("rows", 1);
    else
        web::set_attribute(made->element, "type", "text");
    set_habits(made->element, field.multiline);
    made->shown.multiline = field.multiline;
    made->shown.font_size = 0;
    const ImGuiID id = field.id;
    made->on_input = web::Listener(made->element, "input", [this, id](const val&) { typed(id); });
    made->on_key = web::Listener(made->element, "keydown",
                                 [this, id](const val& event) { key_pressed(id, event); });
    return *(fields_[id] = std::move(made));
}

void TextFields::update(std::span<const frame::TextField> fields) {
    std::erase_if(fields_, [&](const auto& entry) {
        return std::ranges::none_of(fields, [&](const frame::TextField& field) {
            return field.id == entry.first && field.multiline == entry.second->shown.multiline;
        });
    });
    for (const frame::TextField& wanted : fields) {
        const auto known = fields_.find(wanted.id);
        Field& field = known != fields_.end() ? *known->second : create(wanted);
        apply(field.element, wanted, field.shown);
        field.shown = wanted;
        field.text = wanted.text;
        // Only what the program changed goes to the element: a composition is not disturbed.
        if (field.text != nullptr && *field.text != field.value) {
            field.value = *field.text;
            field.element.set("value", field.value);
        }
        if (wanted.focus)
            wants_focus_ = wanted.id;
    }
}

val TextFields::element(ImGuiID id) const {
    const auto found = fields_.find(id);
    return found != fields_.end() ? found->second->element : val::undefined();
}

void TextFields::give_focus() {
    const val element = this->element(std::exchange(wants_focus_, 0));
    if (element.isUndefined())
        return;
    element.call<void>("focus", web::object({{"preventScroll", val(true)}}));
    focus_given_ = true;
}

bool TextFields::take_focus_given() {
    return std::exchange(focus_given_, false);
}

void TextFields::typed(ImGuiID id) {
    const auto found = fields_.find(id);
    if (found == fields_.end() || found->second->text == nullptr)
        return;
    Field& field = *found->second;
    field.value = field.element["value"].as<std::string>();
    *field.text = field.value;
    callbacks_.changed();
}

void TextFields::key_pressed(ImGuiID id, const val& event) {
    // The Enter that commits Hangul, Kana or Pinyin is the input method's. Safari ends the
    // composition before it tells the key; 229 is what it has left of it then.
    // https://w3c.github.io/uievents/#determine-keydown-keyup-keyCode
    // Autofill sends keydown events without a key.
    if (web::string_of(event["key"]) != "Enter" || event["isComposing"].as<bool>() ||
        event["keyCode"].as<int>() == 229)
        return;
    const auto found = fields_.find(id);
    if (found == fields_.end() || (found->second->shown.multiline && event["shiftKey"].as<bool>()))
        return;
    event.call<void>("preventDefault");
    callbacks_.submitted(id);
}

}  // namespace malgil::shell
