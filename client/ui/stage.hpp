#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// The people: the others as large as possible, oneself small in a corner. What somebody shares
/// takes their place, and they stand beside it.
void draw_stage(const View& view, const ImRect& box);

/// Nobody is to be seen now, but everybody to be heard.
void keep_stage_playing(const View& view);

}  // namespace malgil::ui
