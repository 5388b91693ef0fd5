#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// The panel that shows now: the one that was chosen, or the chat of a call on a wide page.
[[nodiscard]] Panel shown_panel(const View& view);

/// On a wide page, where it stands beside the rest. 0 where there is none.
[[nodiscard]] float width_of(Panel panel);

/// Only this one; the core is told where the settings open or close.
void show_panel(const View& view, Panel panel);

/// Opens it, or closes it where it is open.
void toggle_panel(const View& view, Panel panel);

/// The settings or the statistics: a heading, a button that closes it, and what scrolls below.
void draw_side_panel(const View& view, const ImRect& box, Panel panel);

}  // namespace malgil::ui
