#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// What the controls of a call take: more where a second row is open.
[[nodiscard]] float control_bar_height(const View& view);

/// The round controls of a call: what does not fit into one row waits behind "More".
void draw_control_bar(const View& view, const ImRect& box);

}  // namespace malgil::ui
