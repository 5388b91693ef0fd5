#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// Before the call, and while it is being set up: one's own picture beside the form; on a narrow
/// page above it.
void draw_lobby(const View& view);

}  // namespace malgil::ui
