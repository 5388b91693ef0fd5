#include "client/ui/call_view.hpp"

#include "client/ui/call_header.hpp"
#include "client/ui/chat_panel.hpp"
#include "client/ui/control_bar.hpp"
#include "client/ui/notices.hpp"
#include "client/ui/side_panel.hpp"
#include "client/ui/stage.hpp"
#include "client/ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::ui {

namespace {

/// A stage as high as this shares its place with a panel on a narrow page; a lower one gives it.
constexpr float shared_from = 480;
constexpr float share = 0.4F;

void draw_panel(const View& view, const ImRect& box, Panel panel) {
    if (panel == Panel::chat)
        draw_chat_panel(view, box);
    else if (panel != Panel::none)
        draw_side_panel(view, box, panel);
}

void draw_wide(const View& view, Panel panel) {
    ImRect main = view.page;
    main.Max.x -= width_of(panel);
    ImRect stage = inset(main, theme::space_16, 0);
    const ImRect header = box_at(stage.Min, {stage.GetWidth(), 56});
    stage.Min.y = header.Max.y;
    stage.Max.y -= control_bar_height(view);

    draw_call_header(view, header);
    // The stage's marks lie under the notices.
    draw_stage(view, stage);
    draw_notices(view, inset(stage, theme::space_12, theme::space_12), std::nullopt);
    draw_control_bar(view, {main.Min.x, stage.Max.y, main.Max.x, main.Max.y});
    draw_panel(view, {main.Max.x, view.page.Min.y, view.page.Max.x, view.page.Max.y}, panel);
}

void draw_narrow(const View& view, Panel panel) {
    const ImRect header =
        inset(box_at(view.page.Min, {view.page.GetWidth(), theme::control}), theme::space_16, 0);
    const float controls_top = view.page.Max.y - control_bar_height(view);
    const ImRect room{view.page.Min.x, header.Max.y, view.page.Max.x, controls_top};
    ImRect stage = inset(room, theme::space_8, 0);
    ImRect beside = room;
    const bool shared = room.GetHeight() >= shared_from;
    if (panel != Panel::none && shared) {
        stage.Max.y = stage.Min.y + std::floor(room.GetHeight() * share);
        beside.Min.y = stage.Max.y + theme::space_8;
    }

    draw_call_header(view, header);
    if (panel == Panel::none || shared) {
        draw_stage(view, stage);
        draw_notices(view, inset(stage, theme::space_4, theme::space_8), std::nullopt);
    } else {
        keep_stage_playing(view);
        ImRect above = inset(stage, theme::space_4, 0);
        above.Max.y -= least_chat_height();
        beside.Min.y += draw_notices(view, above, std::nullopt);
    }
    draw_panel(view, beside, panel);
    draw_control_bar(view, {view.page.Min.x, controls_top, view.page.Max.x, view.page.Max.y});
}

}  // namespace

void draw_call(const View& view) {
    const Panel panel = shown_panel(view);
    if (view.page.GetWidth() < theme::narrow_width)
        draw_narrow(view, panel);
    else
        draw_wide(view, panel);
}

}  // namespace malgil::ui
