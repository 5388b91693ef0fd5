#include "client/ui/widgets.hpp"

#include "assets/icons.hpp"
#include "client/ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace malgil::ui {

namespace {

struct Colours {
    ImU32 normal, hovered, held, on;

    [[nodiscard]] ImU32 under(const Use& use) const {
        return use.held ? held : use.hovered ? hovered : normal;
    }
};

constexpr Colours plain_colours{theme::raised, theme::raised_hovered, theme::raised_held,
                                theme::text};
constexpr Colours inverted_colours{theme::text, IM_COL32(0xff, 0xff, 0xff, 0xff), theme::quiet_text,
                                   theme::ground};
constexpr Colours primary_colours{theme::accent, theme::accent_hovered, theme::accent_held,
                                  theme::on_accent};
constexpr Colours danger_colours{theme::danger, theme::danger_hovered, theme::danger_held,
                                 theme::on_danger};
constexpr Colours lit_colours{theme::raised_held, theme::raised_held, theme::raised_hovered,
                              theme::accent};
constexpr Colours quiet_colours{IM_COL32_BLACK_TRANS, theme::raised_hovered, theme::raised_held,
                                theme::quiet_text};
constexpr Colours disabled_colours{theme::raised, theme::raised, theme::raised, theme::faint};

/// Above an item, or below where there is no room above; not on touch screens.
void draw_tooltip(const View& view, const ImRect& item, std::string_view text) {
    const ImVec2 size{width_of(view, hint, text) + 2 * theme::space_12,
                      line_height(hint) + 2 * theme::space_4};
    ImVec2 place{item.GetCenter().x - size.x / 2, item.Min.y - theme::space_8 - size.y};
    if (place.y < view.page.Min.y)
        place.y = item.Max.y + theme::space_8;
    const float rightmost = view.page.Max.x - theme::space_8 - size.x;
    place.x = std::max(std::min(place.x, rightmost), view.page.Min.x + theme::space_8);
    const ImRect box = box_at(place, size);
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled(box.Min, box.Max, theme::raised_held, theme::radius_field);
    ImFont* const font =
        view.around.fonts.regular != nullptr ? view.around.fonts.regular : ImGui::GetFont();
    list.AddText(
        font, hint.size,
        {std::round(box.Min.x + theme::space_12), std::round(box.GetCenter().y - hint.size / 2)},
        theme::text, text.data(), text.data() + text.size());
}

Colours colours_of(Look look, bool disabled) {
    if (disabled)
        return disabled_colours;
    switch (look) {
        case Look::plain:
            return plain_colours;
        case Look::primary:
            return primary_colours;
        case Look::danger:
            return danger_colours;
        case Look::quiet:
            return quiet_colours;
        case Look::lit:
            return lit_colours;
        case Look::inverted:
            return inverted_colours;
    }
    return plain_colours;
}

constexpr float button_icon = 18;

}  // namespace

bool round_button(const View& view, const ImRect& box, const RoundButton& button) {
    const Use use = press_area(view, button.id, box,
                               {.role = frame::Role::button,
                                .name = std::string(button.name),
                                .disabled = button.disabled,
                                .pressed = button.on,
                                .description = std::string(button.description)});
    const Colours colours = colours_of(button.look, button.disabled);
    const float diameter = std::min(box.GetWidth(), box.GetHeight());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled(box.GetCenter(), diameter / 2, colours.under(use));
    draw_icon(view, box.GetCenter(), std::round(diameter * 0.46F), colours.on, button.icon);
    if (button.marked) {
        const float away = diameter * 0.32F;
        const ImVec2 dot{box.GetCenter().x + away, box.GetCenter().y - away};
        list.AddCircleFilled(dot, 6, theme::ground);
        list.AddCircleFilled(dot, 4, theme::accent);
    }
    if (use.hovered && !view.around.touch)
        draw_tooltip(view, box, button.tooltip.empty() ? button.name : button.tooltip);
    if (button.held != nullptr)
        *button.held = use.held;
    return use.pressed;
}

float width_of(const View& view, const TextButton& button) {
    const float padding = button.look == Look::quiet ? theme::space_12 : theme::space_16;
    const float icon = button.icon.empty() ? 0 : button_icon + theme::space_8;
    return std::ceil(width_of(view, body_strong, button.name)) + icon + 2 * padding;
}

bool text_button(const View& view, const ImRect& box, const TextButton& button) {
    const Use use = press_area(view, button.id, box,
                               {.role = frame::Role::button,
                                .name = std::string(button.name),
                                .disabled = button.disabled,
                                .description = std::string(button.description)});
    Colours colours = colours_of(button.look, button.disabled);
    if (button.look == Look::quiet && !button.disabled)
        colours.on = theme::accent;
    // Its ground may be lower than what a finger hits.
    const float height = button.look == Look::quiet ? 36.0F : box.GetHeight();
    const ImRect ground = box_around(box.GetCenter(), {box.GetWidth(), height});
    ImGui::GetWindowDrawList()->AddRectFilled(ground.Min, ground.Max, colours.under(use),
                                              theme::radius_field);
    const float icon = button.icon.empty() ? 0 : button_icon + theme::space_8;
    const std::string name =
        elided(view, body_strong, button.name, box.GetWidth() - icon - theme::space_8);
    const float content = icon + width_of(view, body_strong, name);
    const float left = box.GetCenter().x - content / 2;
    if (icon > 0)
        draw_icon(view, {left + button_icon / 2, box.GetCenter().y}, button_icon, colours.on,
                  button.icon);
    draw_line(view, {left + icon, box.GetCenter().y - line_height(body_strong) / 2}, body_strong,
              colours.on, name);
    return use.pressed;
}

ImRect chip(const View& view, const ImRect& place, std::string_view text, std::string_view icon) {
    constexpr float icon_size = 16;
    const float icon_room = icon.empty() ? 0 : icon_size + theme::space_4;
    const std::string cut =
        elided(view, hint_strong, text, place.GetWidth() - icon_room - 2 * theme::space_8);
    const float height = line_height(hint_strong) + 2 * theme::space_4;
    const ImRect box{
        place.Min.x, place.Max.y - height,
        place.Min.x + icon_room + 2 * theme::space_8 + std::ceil(width_of(view, hint_strong, cut)),
        place.Max.y};
    ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, theme::veil, theme::radius_field);
    const float left = box.Min.x + theme::space_8;
    if (!icon.empty())
        draw_icon(view, {left + icon_size / 2, box.GetCenter().y}, icon_size, theme::text, icon);
    draw_line(view, {left + icon_room, box.Min.y + theme::space_4}, hint_strong, theme::text, cut);
    return box;
}

void level_meter(const View& view, const ImRect& box, std::string_view name, float level,
                 bool active) {
    view.recorder.add(frame::Node{.role = frame::Role::meter,
                                  .name = std::string(name),
                                  .rect = rect_of(box),
                                  .disabled = !active,
                                  .value = active ? level : 0});
    constexpr float bar = 4;
    const int bars = std::max(1, static_cast<int>(box.GetWidth() / (2 * bar)));
    const int lit = active ? static_cast<int>(std::lround(level * static_cast<float>(bars))) : 0;
    for (int i = 0; i < bars; ++i) {
        const float left = box.Min.x + 2 * bar * static_cast<float>(i);
        ImGui::GetWindowDrawList()->AddRectFilled({left, box.Min.y}, {left + bar, box.Max.y},
                                                  i < lit ? theme::accent : theme::line, bar / 2);
    }
}

void avatar(const View& view, ImVec2 centre, float diameter, std::string_view user) {
    // Muted, all with at least 4.5:1 against the letter.
    constexpr std::array<ImU32, 6> grounds{
        IM_COL32(0x2f, 0x4f, 0x6b, 0xff), IM_COL32(0x4a, 0x44, 0x72, 0xff),
        IM_COL32(0x2b, 0x5b, 0x4c, 0xff), IM_COL32(0x6b, 0x44, 0x55, 0xff),
        IM_COL32(0x5f, 0x50, 0x33, 0xff), IM_COL32(0x3a, 0x58, 0x63, 0xff)};
    const ImU32 ground = grounds[ImHashData(user.data(), user.size()) % grounds.size()];
    ImGui::GetWindowDrawList()->AddCircleFilled(centre, diameter / 2, ground);

    const std::string shaped = view.shaped(user);
    if (shaped.empty())
        return draw_icon(view, centre, diameter * 0.5F, theme::text, assets::icon::person);
    const char* const begin = shaped.data();
    const int bytes = ImTextCountUtf8BytesFromChar(begin, begin + shaped.size());
    std::string initial = shaped.substr(0, static_cast<std::size_t>(bytes));
    if (initial.size() == 1)
        initial[0] = ImToUpper(initial[0]);
    draw_centred(view, box_around(centre, {diameter, diameter}),
                 {.size = std::round(diameter * 0.42F), .strong = true}, theme::text, initial);
}

}  // namespace malgil::ui
