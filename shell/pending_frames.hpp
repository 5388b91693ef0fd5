#pragma once

#include <imgui.h>

#include <algorithm>
#include <optional>

namespace malgil::shell {

/// After how many seconds Dear ImGui itself wants another frame, for what takes it several: a
/// scroll that was asked for, a window that finds its size, input that waits, a tooltip's delay.
[[nodiscard]] std::optional<float> wants_frame_in(const ImGuiContext& context);

[[nodiscard]] inline std::optional<float> earlier(std::optional<float> a, std::optional<float> b) {
    if (a && b)
        return std::min(*a, *b);
    return a ? a : b;
}

}  // namespace malgil::shell
