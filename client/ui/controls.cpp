#include "client/ui/controls.hpp"

#include "assets/icons.hpp"
#include "client/ui/devices.hpp"
#include "client/ui/reactions.hpp"
#include "client/ui/side_panel.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::ui {

namespace {

void draw_chat_toggle(const View& view, const ImRect& box) {
    const bool open = shown_panel(view) == Panel::chat;
    const std::size_t count = view.state.chat.messages.size();
    const std::size_t unread =
        open || count < view.ui.messages_seen ? 0 : count - view.ui.messages_seen;
    const std::string description =
        unread > 0 ? view.texts(Text::unread_messages, {{"count", std::to_string(unread)}})
                   : std::string();
    if (round_button(view, box,
                     {.id = "chat",
                      .name = view.texts(Text::chat),
                      .icon = assets::icon::chat,
                      .tooltip = description,
                      .description = description,
                      .look = open ? Look::lit : Look::plain,
                      .on = open,
                      .marked = unread > 0}))
        toggle_panel(view, Panel::chat);
}

void draw_panel_toggle(const View& view, const ImRect& box, Panel panel) {
    const bool open = shown_panel(view) == panel;
    const bool settings = panel == Panel::settings;
    if (round_button(view, box,
                     {.id = settings ? "settings" : "statistics",
                      .name = view.texts(settings ? Text::settings : Text::statistics),
                      .icon = settings ? assets::icon::settings : assets::icon::statistics,
                      .look = open ? Look::lit : Look::plain,
                      .on = open}))
        toggle_panel(view, panel);
}

void draw_row_toggle(const View& view, const ImRect& box, ControlRow row) {
    const bool open = view.ui.row == row;
    const bool more = row == ControlRow::more;
    if (round_button(view, box,
                     {.id = more ? "more" : "reactions",
                      .name = view.texts(more ? Text::more : Text::reactions),
                      .icon = more ? assets::icon::more : assets::icon::smile,
                      .look = open ? Look::lit : Look::plain,
                      .on = open})) {
        view.ui.row = open ? ControlRow::none : row;
        view.recorder.redraw_in(0);
    }
}

void draw_screen_toggle(const View& view, const ImRect& box) {
    const bool on = view.state.screen.is_on();
    if (round_button(view, box,
                     {.id = "screen",
                      .name = view.texts(Text::share_screen),
                      .icon = assets::icon::screen,
                      .tooltip = view.texts(on ? Text::stop_sharing : Text::share_screen_hint),
                      .look = on ? Look::lit : Look::plain,
                      .on = on}))
        view.intents.emplace_back(call::ToggleScreen{});
}

void draw_hand_toggle(const View& view, const ImRect& box) {
    const bool on = view.state.hand;
    if (round_button(view, box,
                     {.id = "hand",
                      .name = view.texts(Text::raise_hand),
                      .icon = assets::icon::hand,
                      .look = on ? Look::lit : Look::plain,
                      .on = on}))
        view.intents.emplace_back(call::ToggleHand{});
}

}  // namespace

void draw_control(const View& view, const ImRect& box, Control control) {
    switch (control) {
        case Control::microphone:
            return device_toggle(view, box, call::Device::microphone);
        case Control::camera:
            return device_toggle(view, box, call::Device::camera);
        case Control::screen:
            return draw_screen_toggle(view, box);
        case Control::hand:
            return draw_hand_toggle(view, box);
        case Control::reactions:
            return draw_row_toggle(view, box, ControlRow::reactions);
        case Control::chat:
            return draw_chat_toggle(view, box);
        case Control::settings:
            return draw_panel_toggle(view, box, Panel::settings);
        case Control::statistics:
            return draw_panel_toggle(view, box, Panel::statistics);
        case Control::more:
            return draw_row_toggle(view, box, ControlRow::more);
        case Control::hang_up:
            break;
    }
    if (round_button(view, box,
                     {.id = "hang up",
                      .name = view.texts(Text::hang_up),
                      .icon = assets::icon::hang_up,
                      .look = Look::danger}))
        view.intents.emplace_back(call::HangUp{});
}

void draw_reactions(const View& view, const ImRect& box) {
    const auto count = static_cast<float>(reactions.size());
    const float free = box.GetWidth() - 2 * theme::space_4 - count * theme::control;
    const float gap = std::clamp(free / (count - 1), 0.0F, theme::space_8);
    const float width = count * (theme::control + gap) - gap;
    ImVec2 place{std::round(box.GetCenter().x - width / 2), box.Min.y};
    for (const ReactionLook& look : reactions) {
        const ImRect button = box_at(place, {theme::control, theme::control});
        const std::string_view name = view.texts(look.name);
        const Use use = press_area(view, look.id, button,
                                   {.role = frame::Role::button, .name = std::string(name)});
        ImGui::GetWindowDrawList()->AddCircleFilled(
            button.GetCenter(), theme::control / 2,
            use.hovered ? theme::raised_hovered : theme::raised);
        draw_centred(view, button, {.size = 22}, theme::text, view.shaped(look.emoji));
        if (use.pressed) {
            view.intents.emplace_back(call::React{.reaction = look.reaction});
            view.ui.row = ControlRow::none;
            view.recorder.redraw_in(0);
        }
        place.x += theme::control + gap;
    }
}

}  // namespace malgil::ui
