#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// In the channel: the people, the controls, and the chat beside or over them.
void draw_call(const View& view);

}  // namespace malgil::ui
