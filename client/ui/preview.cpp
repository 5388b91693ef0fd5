#include "client/ui/preview.hpp"

#include "assets/icons.hpp"
#include "client/ui/devices.hpp"
#include "client/ui/side_panel.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/widgets.hpp"

#include <algorithm>

namespace malgil::ui {

namespace {

using call::Capture;

/// What stands in the place of the picture.
struct Message {
    std::string_view icon;
    std::string_view first;   // one line, strong; may be empty
    std::string_view second;  // several lines
    bool problem = false;     // with a way to try again
};

std::optional<Message> message_of(const View& view) {
    const call::MediaState& media = view.state.media;
    if (const auto problem = problem_of(media))
        return Message{.icon = media.camera.capture == Capture::failed
                                   ? assets::icon::camera_off
                                   : assets::icon::microphone_off,
                       .first = {},
                       .second = view.texts(sentence_of(*problem)),
                       .problem = true};
    if (media.camera.capture == Capture::opening || media.microphone.capture == Capture::opening)
        return Message{.icon = assets::icon::camera,
                       .first = view.texts(Text::preview_opening),
                       .second = view.texts(Text::preview_opening_hint)};
    return std::nullopt;
}

bool shows_picture(const View& view) {
    return view.state.media.camera.sending();
}

constexpr float icon_size = 32;
constexpr float most_text_width = 440;

float text_width(float width) {
    return std::min(width - 2 * theme::space_24, most_text_width);
}

float message_height(const View& view, const Message& message, float width) {
    float height = icon_size + theme::space_12;
    if (!message.first.empty())
        height +=
            wrapped_height(view, body_strong, message.first, text_width(width)) + theme::space_4;
    height += wrapped_height(view, body, message.second, text_width(width));
    if (message.problem)
        height += theme::space_12 + theme::target;
    return height;
}

TextButton try_again(const View& view) {
    return {.id = "try again",
            .name = view.texts(Text::try_again),
            .look = Look::plain,
            .icon = assets::icon::refresh};
}

void draw_message(const View& view, const ImRect& box, const Message& message) {
    const float width = text_width(box.GetWidth());
    const float x = box.GetCenter().x - width / 2;
    float y = std::round(box.GetCenter().y - message_height(view, message, box.GetWidth()) / 2);
    draw_icon(view, {box.GetCenter().x, y + icon_size / 2}, icon_size,
              message.problem ? theme::warning : theme::quiet_text, message.icon);
    y += icon_size + theme::space_12;
    if (!message.first.empty())
        y +=
            paragraph(view, {x, y}, width, body_strong, theme::text, message.first, Align::centre) +
            theme::space_4;
    y += paragraph(view, {x, y}, width, body, message.problem ? theme::text : theme::quiet_text,
                   message.second, Align::centre,
                   message.problem ? frame::Role::alert : frame::Role::status);
    if (!message.problem)
        return;
    y += theme::space_12;
    const TextButton button = try_again(view);
    const float button_width = width_of(view, button);
    if (text_button(view,
                    box_at({std::round(box.GetCenter().x - button_width / 2), y},
                           {button_width, theme::target}),
                    button))
        view.intents.emplace_back(call::RetryCapture{});
}

/// The way to the connection check, where there is room; it is in the settings in any case.
void draw_check_button(const View& view, const ImRect& box) {
    const TextButton button{.id = "check connection",
                            .name = view.texts(Text::check_connection),
                            .look = Look::quiet,
                            .disabled = !view.state.has_webrtc};
    const float width = width_of(view, button);
    const float room_for_meter = 240;
    if (box.GetWidth() < 2 * theme::control + room_for_meter + width)
        return;
    const ImVec2 place{box.Max.x - width, box.Max.y - (theme::control + theme::target) / 2};
    if (!text_button(view, box_at(place, {width, theme::target}), button))
        return;
    view.ui.show_check = true;
    show_panel(view, Panel::settings);
    view.recorder.redraw_in(0);
    view.intents.emplace_back(call::CheckConnection{});
}

}  // namespace

float preview_controls_height() {
    return theme::space_12 + theme::control;
}

float least_preview_height(const View& view, float width) {
    const auto message = message_of(view);
    const float least = 160;
    if (!message || shows_picture(view))
        return least;
    return std::max(least, message_height(view, *message, width) + 2 * theme::space_24);
}

void draw_preview(const View& view, const ImRect& box) {
    view.recorder.add(frame::VideoPlace{.user_id = view.state.user,
                                        .self = true,
                                        .rect = rect_of(box),
                                        .radius = theme::radius_tile,
                                        .mirrored = true,
                                        .visible = shows_picture(view)});
    if (shows_picture(view))
        return;
    ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, theme::surface, theme::radius_tile);
    if (const auto message = message_of(view))
        return draw_message(view, box, *message);
    const float diameter = std::round(std::min(box.GetHeight() * 0.4F, 120.0F));
    const float height = diameter + theme::space_12 + line_height(body);
    const ImVec2 centre = box.GetCenter();
    avatar(view, {centre.x, centre.y - height / 2 + diameter / 2}, diameter, view.ui.user);
    const std::string_view text = view.texts(Text::preview_camera_off);
    const float width = width_of(view, body, text);
    label(view,
          box_at({centre.x - width / 2, centre.y + height / 2 - line_height(body)},
                 {width + 1, line_height(body)}),
          body, theme::quiet_text, text);
}

void keep_preview_playing(const View& view) {
    view.recorder.add(
        frame::VideoPlace{.user_id = view.state.user, .self = true, .visible = false});
}

std::optional<call::NoticeKind> shown_in_preview(const View& view) {
    // A picture is not covered by what is wrong with the microphone: that stays a notice.
    return shows_picture(view) ? std::nullopt : problem_of(view.state.media);
}

void draw_preview_controls(const View& view, const ImRect& box) {
    if (view.state.phase == call::Phase::lobby && shown_panel(view) != Panel::settings)
        draw_check_button(view, box);
    const ImVec2 size{theme::control, theme::control};
    ImVec2 place{box.Min.x, box.Max.y - theme::control};
    device_toggle(view, box_at(place, size), call::Device::microphone);
    place.x += theme::control + theme::space_8;
    device_toggle(view, box_at(place, size), call::Device::camera);
    place.x += theme::control + theme::space_16;

    const call::DeviceState& microphone = view.state.media.microphone;
    const Text text = microphone.capture == Capture::failed ? Text::microphone_is_missing
                      : microphone.enabled                  ? Text::microphone_is_on
                                                            : Text::microphone_is_off;
    const float width = box.Max.x - place.x;
    const float height = line_height(hint) + theme::space_4 + theme::space_12;
    place.y += std::round((theme::control - height) / 2);
    label(view, box_at(place, {width, line_height(hint)}), hint, theme::quiet_text,
          view.texts(text));
    place.y += line_height(hint) + theme::space_4;
    level_meter(view, box_at(place, {std::min(width, 200.0F), theme::space_12}),
                view.texts(Text::microphone_level), view.state.media.microphone_level,
                microphone.sending());
}

}  // namespace malgil::ui
