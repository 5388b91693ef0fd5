#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <cstddef>
#include <vector>

namespace malgil::ui {

/// So many tiles in a box, with a gap between: the number of columns that shows most of the usual
/// pictures. A last row that is not full begins at the left: the corner is left free for one's own
/// picture.
[[nodiscard]] std::vector<ImRect> tile_grid(const ImRect& box, std::size_t tiles, float gap);

}  // namespace malgil::ui
