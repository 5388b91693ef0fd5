#pragma once

#include "client/ui/ui.hpp"

#include <span>

namespace malgil::ui {

/// The sizes at which a frame shows the pictures of the peers, so that they need not send more.
[[nodiscard]] call::VideosShown shown_videos(std::span<const frame::VideoPlace> places,
                                             const Surroundings& surroundings, float pixel_ratio);

}  // namespace malgil::ui
