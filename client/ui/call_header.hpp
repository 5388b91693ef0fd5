#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// The channel, how many people are in it, and since when the call is. No running clock: an
/// untouched call draws nothing.
void draw_call_header(const View& view, const ImRect& box);

}  // namespace malgil::ui
