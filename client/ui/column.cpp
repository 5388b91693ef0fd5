#include "client/ui/column.hpp"

#include "assets/icons.hpp"
#include "client/ui/theme.hpp"

#include <algorithm>

namespace malgil::ui {

namespace {

constexpr float icon_size = 16;
/// Left of an option's text, and on both sides together.
constexpr float option_indent = theme::space_12 + icon_size + theme::space_8;
constexpr float beside_option = option_indent + theme::space_8;
constexpr ImVec2 switch_size{36, 20};

ImU32 ground_of(const Use& use) {
    return use.held ? theme::raised_held : use.hovered ? theme::raised_hovered : theme::raised;
}

void draw_switch(const ImRect& box, bool on, const Use& use) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 ground = on ? theme::accent : use.hovered ? theme::raised_held : theme::line;
    const float radius = box.GetHeight() / 2;
    list.AddRectFilled(box.Min, box.Max, ground, radius);
    const float x = on ? box.Max.x - radius : box.Min.x + radius;
    list.AddCircleFilled({x, box.GetCenter().y}, radius - 3,
                         on ? theme::on_accent : theme::quiet_text);
}

}  // namespace

Column::Column(const View& view, ImVec2 place, float width)
    : view_(view), place_(place), width_(width) {}

ImU32 Column::theme_quiet() {
    return theme::quiet_text;
}

void Column::heading(std::string_view text) {
    place_.y += theme::space_16;
    label(view_, box_at(place_, {width_, line_height(body_strong)}), body_strong, theme::text, text,
          frame::Role::heading);
    place_.y += line_height(body_strong) + theme::space_4;
}

void Column::note(std::string_view text, ImU32 colour) {
    place_.y += paragraph(view_, place_, width_, hint, colour, text) + theme::space_4;
}

void Column::sentence(std::string_view text) {
    place_.y += paragraph(view_, place_, width_, body, theme::text, text) + theme::space_4;
}

ImRect Column::room(float height) {
    const ImRect box = box_at(place_, {width_, height});
    place_.y += height + theme::space_4;
    return box;
}

bool Column::toggle(const char* id, std::string_view name, bool on, std::string_view said) {
    const ImRect box = room(theme::target);
    const Use use = press_area(view_, id, box,
                               {.role = frame::Role::checkbox,
                                .name = std::string(name),
                                .pressed = on,
                                .description = std::string(said)});
    const float room_for_name = box.GetWidth() - switch_size.x - theme::space_12;
    draw_line(view_, {box.Min.x, box.GetCenter().y - line_height(body) / 2}, body, theme::text,
              elided(view_, body, name, room_for_name));
    draw_switch(
        box_at({box.Max.x - switch_size.x, box.GetCenter().y - switch_size.y / 2}, switch_size), on,
        use);
    if (!said.empty())
        note(said);
    return use.pressed;
}

bool Column::button(const TextButton& button) {
    ImRect box = room(theme::target);
    box.Max.x = box.Min.x + std::min(width_of(view_, button), width_);
    return text_button(view_, box, button);
}

std::optional<std::size_t> Column::choice(const char* id, std::string_view name,
                                          std::span<const Option> options, std::size_t chosen,
                                          bool disabled) {
    draw_line(view_, place_, hint, theme::quiet_text, elided(view_, hint, name, width_));
    place_.y += line_height(hint) + theme::space_4;

    const bool open = view_.ui.open_choice == id && !disabled;
    const std::string_view now =
        chosen < options.size() ? options[chosen].name : std::string_view{};
    const ImRect box = room(theme::target);
    const Use use = press_area(view_, id, box,
                               {.role = frame::Role::combobox,
                                .name = std::string(name),
                                .disabled = disabled,
                                .expanded = open,
                                .description = std::string(now)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max, ground_of(use), theme::radius_field);
    draw_line(view_, {box.Min.x + theme::space_12, box.GetCenter().y - line_height(body) / 2}, body,
              disabled ? theme::faint : theme::text,
              elided(view_, body, view_.shaped(now),
                     width_ - icon_size - 2 * theme::space_12 - theme::space_8));
    draw_icon(view_, {box.Max.x - theme::space_12 - icon_size / 2, box.GetCenter().y}, icon_size,
              theme::quiet_text, open ? assets::icon::chevron_up : assets::icon::chevron_down);
    if (use.pressed) {
        view_.ui.open_choice = open ? "" : id;
        view_.recorder.redraw_in(0);
    }
    if (!open)
        return std::nullopt;

    std::optional<std::size_t> result;
    float height = 0;
    for (const Option& each : options)
        height += option_height(each);
    view_.recorder.begin(frame::Node{.role = frame::Role::listbox,
                                     .name = std::string(name),
                                     .rect = rect_of(box_at(place_, {width_, height}))});
    ImGui::PushID(id);
    for (std::size_t i = 0; i < options.size(); ++i)
        if (option(i, options[i], i == chosen))
            result = i;
    ImGui::PopID();
    view_.recorder.end();
    if (result) {
        view_.ui.open_choice.clear();
        view_.recorder.redraw_in(0);
    }
    return result;
}

float Column::hint_height(const Option& option) const {
    return option.hint.empty() ? 0
                               : wrapped_height(view_, hint, option.hint, width_ - beside_option);
}

float Column::option_height(const Option& option) const {
    return std::max(theme::target, line_height(body) + hint_height(option) + theme::space_12);
}

bool Column::option(std::size_t index, const Option& option, bool chosen) {
    const float left = place_.x + option_indent;
    const float text_width = width_ - beside_option;
    const float said = hint_height(option);
    const ImRect box = box_at(place_, {width_, option_height(option)});
    place_.y += box.GetHeight();

    const std::string id = std::to_string(index);
    const Use use = press_area(view_, id.c_str(), box,
                               {.role = frame::Role::option,
                                .name = std::string(option.name),
                                .disabled = option.disabled,
                                .selected = chosen,
                                .description = std::string(option.hint)});
    if (use.hovered && !option.disabled)
        ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, theme::raised_hovered,
                                                  theme::radius_field);
    if (chosen)
        draw_icon(view_, {box.Min.x + theme::space_12 + icon_size / 2, box.GetCenter().y},
                  icon_size, theme::accent, assets::icon::check);
    float y = box.GetCenter().y - (line_height(body) + said) / 2;
    draw_line(view_, {left, y}, body, option.disabled ? theme::faint : theme::text,
              elided(view_, body, view_.shaped(option.name), text_width));
    y += line_height(body);
    if (said > 0)
        draw_wrapped(view_, {left, y}, text_width, hint, theme::quiet_text, option.hint);
    return use.pressed;
}

}  // namespace malgil::ui
