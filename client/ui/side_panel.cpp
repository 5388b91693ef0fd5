#include "client/ui/side_panel.hpp"

#include "assets/icons.hpp"
#include "client/ui/settings_panel.hpp"
#include "client/ui/statistics_panel.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/widgets.hpp"

#include <cmath>

namespace malgil::ui {

namespace {

constexpr float header_height = 52;

void draw_header(const View& view, const ImRect& box, std::string_view name) {
    const float middle = box.GetCenter().y;
    label(view,
          box_at({box.Min.x + theme::space_16, middle - line_height(title) / 2},
                 {box.GetWidth() - theme::target - theme::space_24, line_height(title)}),
          title, theme::text, name, frame::Role::heading);
    if (round_button(
            view,
            box_at({box.Max.x - theme::target - theme::space_4, middle - theme::target / 2},
                   {theme::target, theme::target}),
            {.id = "close panel",
             .name = view.texts(Text::close_panel),
             .icon = assets::icon::close,
             .look = Look::quiet})) {
        show_panel(view, Panel::none);
        view.recorder.redraw_in(0);
    }
    ImGui::GetWindowDrawList()->AddRectFilled({box.Min.x, box.Max.y - 1}, box.Max, theme::line);
}

/// What does not fit is scrolled to. Dear ImGui learns the height here, and uses it in the next
/// frame.
void draw_content(const View& view, const ImRect& box, Panel panel) {
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::BeginChild("content", box.GetSize(), ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground);
    const ImVec2 place{box.Min.x + theme::space_16, box.Min.y - std::round(ImGui::GetScrollY())};
    Column column(view, place, box.GetWidth() - 2 * theme::space_16);
    if (panel == Panel::settings)
        draw_settings(view, column);
    else
        draw_statistics(view, column);
    const float height = column.bottom() + theme::space_16 - place.y;
    ImGui::SetCursorPos({0, 0});
    ImGui::Dummy({1, height});
    const float scroll = std::max(0.0F, height - box.GetHeight());
    if (std::abs(scroll - ImGui::GetScrollMaxY()) > 1)
        view.recorder.redraw_in(0);
    ImGui::EndChild();
}

}  // namespace

Panel shown_panel(const View& view) {
    const bool in_call = view.state.phase == call::Phase::in_call;
    if (!view.ui.panel)
        return in_call && view.page.GetWidth() >= theme::narrow_width ? Panel::chat : Panel::none;
    const bool of_calls = *view.ui.panel == Panel::chat || *view.ui.panel == Panel::statistics;
    return of_calls && !in_call ? Panel::none : *view.ui.panel;
}

float width_of(Panel panel) {
    switch (panel) {
        case Panel::none:
            return 0;
        case Panel::chat:
            return theme::chat_width;
        case Panel::settings:
        case Panel::statistics:
            return theme::panel_width;
    }
    return 0;
}

void show_panel(const View& view, Panel panel) {
    if (const bool settings = panel == Panel::settings; settings != view.state.settings_shown)
        view.intents.emplace_back(call::ShowMeter{settings});
    view.ui.panel = panel;
}

void toggle_panel(const View& view, Panel panel) {
    const bool opens = shown_panel(view) != panel;
    show_panel(view, opens ? panel : Panel::none);
    view.ui.row = ControlRow::none;
    view.ui.open_choice.clear();
    view.ui.focus_message = opens && panel == Panel::chat && !view.around.touch;
    view.recorder.redraw_in(0);
}

void draw_side_panel(const View& view, const ImRect& box, Panel panel) {
    ImGui::PushID(static_cast<int>(panel));
    ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, theme::surface);
    const ImRect header{box.Min.x, box.Min.y, box.Max.x, box.Min.y + header_height};
    draw_header(view, header,
                view.texts(panel == Panel::settings ? Text::settings : Text::statistics));
    draw_content(view, {box.Min.x, header.Max.y, box.Max.x, box.Max.y}, panel);
    ImGui::PopID();
}

}  // namespace malgil::ui
