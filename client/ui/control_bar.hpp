#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// Microphone, camera, chat and Hang up, round and in the middle.
void draw_control_bar(const View& view, const ImRect& box, bool chat_open);

}  // namespace malgil::ui
