#include "client/ui/lobby.hpp"

#include "client/ui/lobby_form.hpp"
#include "client/ui/lobby_header.hpp"
#include "client/ui/notices.hpp"
#include "client/ui/preview.hpp"
#include "client/ui/side_panel.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/type.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::ui {

namespace {

constexpr float form_width = 340;
constexpr float narrow_form_width = 480;
constexpr float most_preview_width = 640;

/// The kind of notice that another part of the lobby shows with its way on.
std::optional<call::NoticeKind> shown_elsewhere(const View& view) {
    if (view.state.phase == call::Phase::calling &&
        view.state.signaling.state == call::SignalingState::waiting)
        return call::NoticeKind::server_away;
    return shown_in_preview(view);
}

/// The preview and its controls from `place` on; returns where they end.
float draw_preview_column(const View& view, ImVec2 place, ImVec2 picture) {
    draw_preview(view, box_at(place, picture));
    const ImRect controls =
        box_at({place.x, place.y + picture.y}, {picture.x, preview_controls_height()});
    draw_preview_controls(view, controls);
    return controls.Max.y;
}

float draw_side_by_side(const View& view, const ImRect& box) {
    const float gap = theme::space_32;
    const float width = std::floor(std::min(most_preview_width, box.GetWidth() - gap - form_width));
    const float picture = std::max(std::round(width * 9 / 16), least_preview_height(view, width));
    const float preview_height = picture + preview_controls_height();
    const float height = std::max(preview_height, lobby_form_height());
    const float x = std::round(box.GetCenter().x - (width + gap + form_width) / 2);
    // Above the middle by a fifth of what is free: there the eye takes it for the middle.
    const float y = box.Min.y + std::floor(std::max(0.0F, box.GetHeight() - height) * 0.4F);
    const auto centred = [&](float part) { return y + std::floor((height - part) / 2); };
    const float preview_end =
        draw_preview_column(view, {x, centred(preview_height)}, {width, picture});
    const float form_end =
        draw_lobby_form(view, {x + width + gap, centred(lobby_form_height())}, form_width);
    return std::max(preview_end, form_end);
}

float draw_stacked(const View& view, const ImRect& box) {
    const float width = std::min(box.GetWidth(), narrow_form_width);
    const float x = std::round(box.GetCenter().x - width / 2);
    // As much picture as leaves the form on the page.
    const float rest =
        preview_controls_height() + theme::space_24 + lobby_form_height() + line_height(body);
    const float least = least_preview_height(view, width);
    const float picture =
        std::floor(std::max(least, std::min(box.GetHeight() - rest, width * 3 / 4)));
    const float y = draw_preview_column(view, {x, box.Min.y}, {width, picture});
    return draw_lobby_form(view, {x, y + theme::space_24}, width);
}

}  // namespace

void draw_lobby(const View& whole) {
    View view = whole;
    const Panel panel = shown_panel(view);
    const bool covers = view.page.GetWidth() < theme::narrow_width;
    if (panel != Panel::none && covers) {
        keep_preview_playing(view);
        draw_side_panel(view, view.page, panel);
        return;
    }
    view.page.Max.x -= width_of(panel);
    const bool narrow = view.page.GetWidth() < theme::narrow_width;
    const float margin = narrow ? theme::space_16 : theme::space_32;
    ImRect box = inset(view.page, margin, 0);
    box.TranslateY(-ImGui::GetScrollY());

    const ImRect header =
        box_at(box.Min, {box.GetWidth(), narrow ? 56.0F : theme::control + theme::space_32});
    draw_lobby_header(view, header);
    box.Min.y = header.Max.y;
    // The page scrolls: all of them fit.
    const ImRect unlimited(box.Min, {box.Max.x, FLT_MAX});
    box.Min.y += draw_notices(view, unlimited, shown_elsewhere(view));
    box.Max.y = std::max(box.Max.y - margin, box.Min.y);
    const float end = (narrow ? draw_stacked(view, box) : draw_side_by_side(view, box)) + margin;

    // Dear ImGui learns the height of what can be scrolled here, and uses it in the next frame.
    const float height = end - header.Min.y + view.page.Min.y;
    ImGui::SetCursorPos({0, 0});
    ImGui::Dummy({1, height});
    const float scroll = std::max(0.0F, height - ImGui::GetWindowHeight());
    if (std::abs(scroll - ImGui::GetScrollMaxY()) > 1)
        view.recorder.redraw_in(0);
    if (panel != Panel::none)
        draw_side_panel(
            view, {view.page.Max.x, whole.page.Min.y, whole.page.Max.x, whole.page.Max.y}, panel);
}

}  // namespace malgil::ui
