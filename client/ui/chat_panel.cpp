#include "client/ui/chat_panel.hpp"

#include "assets/icons.hpp"
#include "client/ui/text_field.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/transcript.hpp"
#include "client/ui/widgets.hpp"

#include <algorithm>
#include <utility>

namespace malgil::ui {

namespace {

constexpr float header_height = 52;
constexpr std::size_t most_lines = 4;

void draw_header(const View& view, const ImRect& box) {
    const float middle = box.GetCenter().y;
    label(view,
          box_at({box.Min.x + theme::space_16, middle - line_height(title) / 2},
                 {box.GetWidth() - theme::target - theme::space_24, line_height(title)}),
          title, theme::text, view.texts(Text::chat), frame::Role::heading);
    if (round_button(
            view,
            box_at({box.Max.x - theme::target - theme::space_4, middle - theme::target / 2},
                   {theme::target, theme::target}),
            {.id = "close chat",
             .name = view.texts(Text::close_chat),
             .icon = assets::icon::close,
             .look = Look::quiet})) {
        view.ui.panel = Panel::none;
        view.recorder.redraw_in(0);
    }
}

float message_width(const ImRect& box) {
    return box.GetWidth() - 2 * theme::space_12 - theme::target - theme::space_8;
}

float composer_height(const View& view, const ImRect& box) {
    const auto lines =
        wrapped(view, body, view.shaped(view.ui.message), message_width(box) - 2 * field_padding_x)
            .size() +
        (view.ui.message.ends_with('\n') ? 1 : 0);
    return field_height(std::min(lines, most_lines)) + 2 * theme::space_12;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void send(const View& view) {
    view.ui.focus_message = true;
    if (!view.state.can_send_text() || is_blank(view.ui.message))
        return;
    view.intents.emplace_back(call::SendText{.text = std::exchange(view.ui.message, {})});
    view.ui.chat_follows = true;
}

void draw_composer(const View& view, const ImRect& box) {
    const ImRect room = inset(box, theme::space_12, theme::space_12);
    const bool possible = view.state.can_send_text();
    const std::string_view reason = possible ? std::string_view{} : view.texts(Text::chat_nobody);
    const bool entered =
        text_field(view, box_at(room.Min, {message_width(box), room.GetHeight()}), view.ui.message,
                   {.id = "message",
                    .name = view.texts(Text::message),
                    .placeholder = view.texts(Text::message_hint),
                    .description = reason,
                    .autocomplete = "off",
                    .enter_hint = "send",
                    .multiline = true,
                    .focus = std::exchange(view.ui.focus_message, false)});
    const bool pressed =
        round_button(view,
                     box_at({room.Max.x - theme::target, room.Max.y - theme::target},
                            {theme::target, theme::target}),
                     {.id = "send",
                      .name = view.texts(Text::send),
                      .icon = assets::icon::send,
                      .tooltip = reason,
                      .description = reason,
                      .look = Look::primary,
                      .disabled = !possible});
    if (entered || pressed) {
        send(view);
        view.recorder.redraw_in(0);
    }
}

}  // namespace

float least_chat_height() {
    return header_height + 2 * line_height(body) + field_height(1) + 2 * theme::space_12;
}

void draw_chat_panel(const View& view, const ImRect& box) {
    ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, theme::surface);
    ImRect rest = box;
    draw_header(view, {rest.Min.x, rest.Min.y, rest.Max.x, rest.Min.y + header_height});
    rest.Min.y += header_height;
    ImGui::GetWindowDrawList()->AddRectFilled({rest.Min.x, rest.Min.y - 1},
                                              {rest.Max.x, rest.Min.y}, theme::line);

    const float composer = composer_height(view, box);
    rest.Max.y -= composer;
    std::string_view why;
    float why_height = 0;
    const float why_width = rest.GetWidth() - 2 * theme::space_16;
    if (!view.state.can_send_text()) {
        why = view.texts(Text::chat_nobody);
        why_height = wrapped_height(view, hint, why, why_width);
    }
    rest.Max.y -= why_height;
    if (rest.GetHeight() >= line_height(body))
        draw_transcript(view, rest);
    if (!why.empty())
        paragraph(view, {rest.Min.x + theme::space_16, rest.Max.y}, why_width, hint,
                  theme::quiet_text, why);
    draw_composer(view, {box.Min.x, box.Max.y - composer, box.Max.x, box.Max.y});
    view.ui.messages_seen = view.state.chat.messages.size();
}

}  // namespace malgil::ui
