#pragma once

#include "shell/frame/semantics.hpp"

#include <imgui.h>

#include <span>
#include <vector>

/// Where a drawn frame has ink: what has to lie over the pictures under the canvas, and what need
/// not.
namespace malgil::frame {

/// In device pixels of the canvas, origin at the top left.
struct PixelRect {
    int x = 0, y = 0, width = 0, height = 0;

    friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

/// The canvas without what is clear over pictures: rectangles that do not overlap, all inside of
/// the canvas, with everything in them that was drawn. Copies of them, side by side, look as the
/// canvas does. Cut on a grid of 16 CSS pixels, so that they are few. Empty where nothing can be
/// left out: no picture is shown, or every one is drawn over. `drawn` is the one of the last
/// ImGui::Render.
[[nodiscard]] std::vector<PixelRect> parts_with_ink(const ImDrawData& drawn,
                                                    std::span<const VideoPlace> pictures);

}  // namespace malgil::frame
