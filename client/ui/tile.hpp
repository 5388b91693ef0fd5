#pragma once

#include "client/ui/view.hpp"

namespace malgil::ui {

/// Another member's picture, name and state. Nothing is drawn where one's own picture lies over it.
void draw_peer_tile(const View& view, const ImRect& box, const call::Peer& peer, const ImRect& own);

/// One's own picture, small.
void draw_own_tile(const View& view, const ImRect& box);

}  // namespace malgil::ui
