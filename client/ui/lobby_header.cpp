#include "client/ui/lobby_header.hpp"

#include "assets/icons.hpp"
#include "client/ui/side_panel.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/widgets.hpp"

#include <array>
#include <cmath>

namespace malgil::ui {

namespace {

struct Choice {
    const char* id;
    Text name;
    call::Language language;
};

constexpr std::array choices{
    Choice{.id = "english", .name = Text::english, .language = call::Language::english},
    Choice{.id = "korean", .name = Text::korean, .language = call::Language::korean}};

void draw_choice(const View& view, const ImRect& box, const Choice& choice) {
    const bool chosen = view.state.language == choice.language;
    const std::string_view name = view.texts(choice.name);
    const Use use =
        press_area(view, choice.id, box,
                   {.role = frame::Role::button, .name = std::string(name), .pressed = chosen});
    const ImRect ground = inset(box, 2, (theme::target - 28) / 2);
    if (chosen || use.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(
            ground.Min, ground.Max, chosen ? theme::raised_held : theme::raised_hovered,
            theme::radius_field - 2);
    draw_centred(view, box, chosen ? hint_strong : hint, chosen ? theme::text : theme::quiet_text,
                 name);
    if (use.pressed && !chosen)
        view.intents.emplace_back(call::ChooseLanguage{.language = choice.language});
}

}  // namespace

void draw_lobby_header(const View& view, const ImRect& box) {
    const float middle = box.GetCenter().y;
    draw_icon(view, {box.Min.x + 12, middle}, 24, theme::accent, assets::icon::chat);
    const std::string_view name = view.texts(Text::app_name);
    label(view,
          box_at({box.Min.x + 24 + theme::space_8, middle - line_height(title) / 2},
                 {std::ceil(width_of(view, title, name)), line_height(title)}),
          title, theme::text, name);

    std::array<float, choices.size()> widths{};
    float all = 0;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        widths[i] = std::ceil(width_of(view, hint_strong, view.texts(choices[i].name))) +
                    2 * theme::space_12;
        all += widths[i];
    }
    const ImVec2 corner{box.Max.x - theme::target, middle - theme::target / 2};
    const bool open = shown_panel(view) == Panel::settings;
    if (round_button(view, box_at(corner, {theme::target, theme::target}),
                     {.id = "settings",
                      .name = view.texts(Text::settings),
                      .icon = assets::icon::settings,
                      .look = open ? Look::lit : Look::quiet,
                      .on = open}))
        toggle_panel(view, Panel::settings);
    ImVec2 place{corner.x - theme::space_8 - all, corner.y};
    const ImRect both = box_at(place, {all, theme::target});
    const ImRect ground = inset(both, 0, (theme::target - 32) / 2);
    ImGui::GetWindowDrawList()->AddRectFilled(ground.Min, ground.Max, theme::surface,
                                              theme::radius_field);
    view.recorder.begin(frame::Node{.role = frame::Role::group,
                                    .name = std::string(view.texts(Text::language)),
                                    .rect = rect_of(both)});
    for (std::size_t i = 0; i < choices.size(); ++i) {
        draw_choice(view, box_at(place, {widths[i], theme::target}), choices[i]);
        place.x += widths[i];
    }
    view.recorder.end();
}

}  // namespace malgil::ui
