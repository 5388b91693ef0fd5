#pragma once

#include "client/ui/column.hpp"

namespace malgil::ui {

/// How the connections to the peers do.
void draw_statistics(const View& view, Column& column);

}  // namespace malgil::ui
