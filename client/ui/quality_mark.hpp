#pragma once

#include "client/ui/view.hpp"

#include <string>

namespace malgil::ui {

/// "Good", or "Poor: packet loss".
[[nodiscard]] std::string quality_text(const View& view, const call::Assessment& assessment);
[[nodiscard]] ImU32 colour_of(call::Quality quality);

/// How good the connection to a peer is, at the upper right of its tile: quiet where it is good,
/// with the reason where it is not. Nothing where there is no connection, or no room beside one's
/// own picture.
void draw_quality_mark(const View& view, const ImRect& tile, const ImRect& own,
                       const call::Peer& peer);

}  // namespace malgil::ui
