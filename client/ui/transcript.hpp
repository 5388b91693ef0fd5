#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// What was written in the call, by author and time; at its end, it stays at its end.
void draw_transcript(const View& view, const ImRect& box);

}  // namespace malgil::ui
