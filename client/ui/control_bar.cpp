#include "client/ui/control_bar.hpp"

#include "assets/icons.hpp"
#include "client/ui/devices.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/widgets.hpp"

#include <cmath>

namespace malgil::ui {

static void draw_chat_toggle(const View& view, const ImRect& box, bool open) {
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
                      .marked = unread > 0})) {
        view.ui.chat_open = !open;
        view.ui.focus_message = !open && !view.around.touch;
        view.recorder.redraw_in(0);
    }
}

void draw_control_bar(const View& view, const ImRect& box, bool chat_open) {
    constexpr float gap = theme::space_12;
    constexpr float apart = theme::space_24;
    constexpr float width = 4 * theme::control + 2 * gap + apart;
    const ImVec2 size{theme::control, theme::control};
    ImVec2 place{std::round(box.GetCenter().x - width / 2),
                 std::round(box.GetCenter().y - theme::control / 2)};
    device_toggle(view, box_at(place, size), call::Device::microphone);
    place.x += theme::control + gap;
    device_toggle(view, box_at(place, size), call::Device::camera);
    place.x += theme::control + gap;
    draw_chat_toggle(view, box_at(place, size), chat_open);
    place.x += theme::control + apart;
    if (round_button(view, box_at(place, size),
                     {.id = "hang up",
                      .name = view.texts(Text::hang_up),
                      .icon = assets::icon::hang_up,
                      .look = Look::danger}))
        view.intents.emplace_back(call::HangUp{});
}

}  // namespace malgil::ui
