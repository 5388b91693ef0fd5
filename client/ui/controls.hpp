#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// The round controls of a call.
enum class Control {
    microphone,
    camera,
    screen,
    hand,
    reactions,
    chat,
    settings,
    statistics,
    more,
    hang_up,
};

void draw_control(const View& view, const ImRect& box, Control control);

/// One button for each reaction, side by side in the middle of the box.
void draw_reactions(const View& view, const ImRect& box);

}  // namespace malgil::ui
