#include "client/ui/control_bar.hpp"

#include "assets/icons.hpp"
#include "client/ui/controls.hpp"
#include "client/ui/side_panel.hpp"
#include "client/ui/theme.hpp"

#include <cmath>
#include <span>
#include <vector>

namespace malgil::ui {

namespace {

constexpr float gap = theme::space_12;
/// What sets "Hang up" apart.
constexpr float apart = theme::space_12;
constexpr float row_height = theme::control + theme::space_12;

struct Rows {
    std::vector<Control> first;
    std::vector<Control> second;  // empty: not shown
};

float width_of_row(std::size_t controls) {
    return static_cast<float>(controls) * (theme::control + gap) - gap + apart;
}

Rows rows_of(const View& view, float width) {
    const bool shares = view.state.can_share_screen;
    std::vector<Control> rest;
    if (shares)
        rest.push_back(Control::screen);
    rest.insert(rest.end(),
                {Control::hand, Control::reactions, Control::settings, Control::statistics});
    Rows rows{.first = {Control::microphone, Control::camera}, .second = {}};
    if (width_of_row(rest.size() + 4) <= width - 2 * theme::space_16) {
        rows.first.insert(rows.first.end(), rest.begin(), rest.end());
        rows.first.insert(rows.first.end(), {Control::chat, Control::hang_up});
    } else {
        rows.first.insert(rows.first.end(), {Control::chat, Control::more, Control::hang_up});
        if (view.ui.row == ControlRow::more)
            rows.second = std::move(rest);
    }
    return rows;
}

void draw_row(const View& view, std::span<const Control> controls, ImVec2 place) {
    for (const Control control : controls) {
        if (control == Control::hang_up)
            place.x += apart;
        draw_control(view, box_at(place, {theme::control, theme::control}), control);
        place.x += theme::control + gap;
    }
}

}  // namespace

float control_bar_height(const View& view) {
    const float second = view.ui.row == ControlRow::none ? 0 : row_height;
    return theme::control + theme::space_32 + second;
}

void draw_control_bar(const View& view, const ImRect& box) {
    const Rows rows = rows_of(view, box.GetWidth());
    const auto left = [&box](float width) { return std::round(box.GetCenter().x - width / 2); };
    const float first_row = box.Max.y - theme::space_16 - theme::control;
    const ImVec2 above{0, first_row - row_height};
    if (view.ui.row == ControlRow::reactions)
        draw_reactions(view, {box.Min.x, above.y, box.Max.x, above.y + theme::control});
    else if (!rows.second.empty())
        draw_row(view, rows.second, {left(width_of_row(rows.second.size()) - apart), above.y});
    draw_row(view, rows.first, {left(width_of_row(rows.first.size())), first_row});
}

}  // namespace malgil::ui
