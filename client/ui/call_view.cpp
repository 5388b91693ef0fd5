#include "client/ui/call_view.hpp"

#include "client/ui/call_header.hpp"
#include "client/ui/chat_panel.hpp"
#include "client/ui/control_bar.hpp"
#include "client/ui/notices.hpp"
#include "client/ui/stage.hpp"
#include "client/ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::ui {

namespace {

constexpr float controls_height = theme::control + theme::space_32;
/// A stage as high as this shares its place with the chat on a narrow page; a lower one gives it.
constexpr float shared_from = 480;
constexpr float share = 0.4F;

void draw_wide(const View& view) {
    const bool chat_open = view.ui.chat_open.value_or(true);
    ImRect main = view.page;
    if (chat_open)
        main.Max.x -= theme::chat_width;
    ImRect stage = inset(main, theme::space_16, 0);
    const ImRect header = box_at(stage.Min, {stage.GetWidth(), 56});
    stage.Min.y = header.Max.y;
    stage.Max.y -= controls_height;

    draw_call_header(view, header);
    // The stage's marks lie under the notices.
    draw_stage(view, stage);
    draw_notices(view, inset(stage, theme::space_12, theme::space_12), std::nullopt);
    draw_control_bar(view, {main.Min.x, stage.Max.y, main.Max.x, main.Max.y}, chat_open);
    if (chat_open)
        draw_chat_panel(view, {main.Max.x, view.page.Min.y, view.page.Max.x, view.page.Max.y});
}

void draw_narrow(const View& view) {
    const bool chat_open = view.ui.chat_open.value_or(false);
    const ImRect header =
        inset(box_at(view.page.Min, {view.page.GetWidth(), theme::control}), theme::space_16, 0);
    const float controls_top = view.page.Max.y - controls_height;
    const ImRect room{view.page.Min.x, header.Max.y, view.page.Max.x, controls_top};
    ImRect stage = inset(room, theme::space_8, 0);
    ImRect chat = room;
    const bool shared = room.GetHeight() >= shared_from;
    if (chat_open && shared) {
        stage.Max.y = stage.Min.y + std::floor(room.GetHeight() * share);
        chat.Min.y = stage.Max.y + theme::space_8;
    }

    draw_call_header(view, header);
    if (!chat_open || shared) {
        draw_stage(view, stage);
        draw_notices(view, inset(stage, theme::space_4, theme::space_8), std::nullopt);
    } else {
        keep_stage_playing(view);
        ImRect above = inset(stage, theme::space_4, 0);
        above.Max.y -= least_chat_height();
        chat.Min.y += draw_notices(view, above, std::nullopt);
    }
    if (chat_open)
        draw_chat_panel(view, chat);
    draw_control_bar(view, {view.page.Min.x, controls_top, view.page.Max.x, view.page.Max.y},
                     chat_open);
}

}  // namespace

void draw_call(const View& view) {
    if (view.page.GetWidth() < theme::narrow_width)
        draw_narrow(view);
    else
        draw_wide(view);
}

}  // namespace malgil::ui
