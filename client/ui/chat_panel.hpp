#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// What is written in the call, and the field to write in.
void draw_chat_panel(const View& view, const ImRect& box);

/// What the chat needs for its controls and a line or two of what was written.
[[nodiscard]] float least_chat_height();

}  // namespace malgil::ui
