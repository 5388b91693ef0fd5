#pragma once

#include "client/ui/view.hpp"

#include <optional>

namespace malgil::ui {

/// At the upper left of a tile: a raised hand, and a reaction for as long as it lasts.
void draw_badges(const View& view, const ImRect& tile, bool hand,
                 std::optional<call::Reaction> reaction);

}  // namespace malgil::ui
