#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace malgil::ui {

/// Fills a box with round corners, but for a hole with round corners: a video lies under the canvas
/// there. The hole may stand out of the box, or lie apart from it.
void fill_around(const ImRect& box, float radius, ImU32 colour, const ImRect& hole,
                 float hole_radius);

}  // namespace malgil::ui
