#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// How high the form is as long as nothing is wrong.
[[nodiscard]] float lobby_form_height();

/// User ID, channel and Call; while calling, what is going on and Hang up. Returns where it ends.
float draw_lobby_form(const View& view, ImVec2 place, float width);

}  // namespace malgil::ui
