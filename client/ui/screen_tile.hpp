#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// Whether the peer shares a screen that can be shown, or that is on its way.
[[nodiscard]] bool shows_screen(const call::Peer& peer);

/// What a peer shares, whole.
void draw_peer_screen(const View& view, const ImRect& box, const call::Peer& peer);

/// What one shares oneself.
void draw_own_screen(const View& view, const ImRect& box);

}  // namespace malgil::ui
