#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// The name of the application, and the choice of the language.
void draw_lobby_header(const View& view, const ImRect& box);

}  // namespace malgil::ui
