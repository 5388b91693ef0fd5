#include "shell/pending_frames.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>

namespace malgil::shell {

namespace {

bool settles(const ImGuiWindow* window) {
    return window->Active &&
           (window->ScrollTarget.x < FLT_MAX || window->ScrollTarget.y < FLT_MAX ||
            window->AutoFitFramesX > 0 || window->AutoFitFramesY > 0 ||
            window->HiddenFramesCanSkipItems > 0 || window->HiddenFramesCannotSkipItems > 0);
}

}  // namespace

std::optional<float> wants_frame_in(const ImGuiContext& context) {
    const bool fades = context.DimBgRatio > 0 && context.DimBgRatio < 1;
    if (!context.InputEventsQueue.empty() || context.NavNextActivateId != 0 || fades ||
        std::ranges::any_of(context.Windows, settles))
        return 0.0F;
    // Somebody asked whether the pointer rests on an item, which was not long enough yet.
    const ImGuiStyle& style = context.Style;
    const float delay = std::max(style.HoverDelayNormal, style.HoverStationaryDelay);
    const bool waits = context.HoverItemDelayId != 0 &&
                       (context.HoverItemDelayTimer < delay ||
                        context.MouseStationaryTimer < style.HoverStationaryDelay);
    if (waits)
        return delay / 3;
    return std::nullopt;
}

}  // namespace malgil::shell
