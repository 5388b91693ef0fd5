#include "client/ui/lobby_form.hpp"

#include "assets/icons.hpp"
#include "client/ui/text_field.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/widgets.hpp"

#include <utility>

namespace malgil::ui {

namespace {

constexpr float button_height = theme::control;

struct Field {
    FieldLook look;
    std::string error;
};

/// The label, the field, and what is wrong with it; moves `y` below. Returns true on Enter.
bool labelled_field(const View& view, float x, float& y, float width, std::string& text,
                    Field field) {
    label(view, box_at({x, y}, {width, line_height(hint_strong)}), hint_strong, theme::quiet_text,
          field.look.name);
    y += line_height(hint_strong) + theme::space_4;
    field.look.invalid = !field.error.empty();
    if (field.look.invalid)
        field.look.description = field.error;
    const bool entered = text_field(view, box_at({x, y}, {width, theme::target}), text, field.look);
    y += theme::target;
    if (field.look.invalid) {
        y += theme::space_4;
        y += paragraph(view, {x, y}, width, hint, theme::danger_text, field.error, Align::left,
                       frame::Role::alert);
    }
    return entered;
}

float draw_fields(const View& view, ImVec2 place, float width) {
    auto [x, y] = place;
    label(view, box_at(place, {width, line_height(headline)}), headline, theme::text,
          view.texts(Text::join_heading), frame::Role::heading);
    y += line_height(headline) + theme::space_4;
    y += paragraph(view, {x, y}, width, body, theme::quiet_text, view.texts(Text::join_hint));
    y += theme::space_24;

    const auto& errors = view.state.form_errors;
    const bool focus_user = std::exchange(view.ui.focus_user, false);
    bool entered = labelled_field(
        view, x, y, width, view.ui.user,
        {.look = {.id = "user",
                  .name = view.texts(Text::user_id),
                  .placeholder = view.texts(Text::user_id_hint),
                  .description = {},
                  .autocomplete = "username",
                  .enter_hint = "go",
                  .focus = focus_user},
         .error = errors.user ? user_id_error(view.texts, *errors.user) : std::string()});
    y += theme::space_16;
    entered |= labelled_field(
        view, x, y, width, view.ui.channel,
        {.look = {.id = "channel",
                  .name = view.texts(Text::channel),
                  .placeholder = view.texts(Text::channel_hint),
                  .description = {},
                  .autocomplete = "off",
                  .enter_hint = "go"},
         .error = errors.channel ? channel_error(view.texts, *errors.channel) : std::string()});
    y += theme::space_24;

    const bool possible = view.state.has_webrtc;
    const bool pressed = text_button(
        view, box_at({x, y}, {width, button_height}),
        {.id = "call",
         .name = view.texts(Text::call),
         .look = Look::primary,
         .description = possible ? std::string_view{} : view.texts(Text::notice_no_webrtc),
         .disabled = !possible});
    if (possible && (pressed || entered))
        view.intents.emplace_back(call::Call{.user = view.ui.user, .channel = view.ui.channel});
    return y + button_height;
}

float draw_calling(const View& view, ImVec2 place, float width) {
    auto [x, y] = place;
    label(view, box_at(place, {width, line_height(headline)}), headline, theme::text,
          view.texts(Text::calling), frame::Role::heading);
    y += line_height(headline) + theme::space_4;
    const call::State& state = view.state;
    y += paragraph(view, {x, y}, width, body, theme::quiet_text,
                   view.shaped(view.texts(Text::calling_whom,
                                          {{"channel", state.channel}, {"user", state.user}})),
                   Align::left, frame::Role::status);
    if (state.signaling.state == call::SignalingState::waiting) {
        y += theme::space_16;
        y += paragraph(view, {x, y}, width, body, theme::text,
                       view.texts(Text::calling_server_away), Align::left, frame::Role::alert);
        y += theme::space_4;
        // Changes every second: outside of the live region, so that it is not read out.
        label(view, box_at({x, y}, {width, line_height(body)}), body, theme::quiet_text,
              view.texts(Text::next_attempt,
                         {{"seconds", std::to_string(state.signaling.seconds_left)}}));
        y += line_height(body) + theme::space_16;
        if (text_button(view, box_at({x, y}, {width, button_height}),
                        {.id = "try now",
                         .name = view.texts(Text::try_now),
                         .look = Look::plain,
                         .icon = assets::icon::refresh}))
            view.intents.emplace_back(call::RetryNow{});
        y += button_height - theme::space_12;
    }
    y += theme::space_24;
    if (text_button(view, box_at({x, y}, {width, button_height}),
                    {.id = "hang up",
                     .name = view.texts(Text::hang_up),
                     .look = Look::danger,
                     .icon = assets::icon::hang_up}))
        view.intents.emplace_back(call::HangUp{});
    return y + button_height;
}

}  // namespace

float lobby_form_height() {
    const float field = line_height(hint_strong) + theme::space_4 + theme::target;
    return line_height(headline) + theme::space_4 + line_height(body) + theme::space_24 + field +
           theme::space_16 + field + theme::space_24 + button_height;
}

float draw_lobby_form(const View& view, ImVec2 place, float width) {
    return view.state.phase == call::Phase::calling ? draw_calling(view, place, width)
                                                    : draw_fields(view, place, width);
}

}  // namespace malgil::ui
