#pragma once

#include "client/ui/texts.hpp"
#include "client/ui/ui.hpp"

#include <imgui_internal.h>

namespace malgil::ui {

/// What each part of the page is given to draw itself: read the state, add intents.
struct View {
    const call::State& state;
    UiState& ui;
    const Surroundings& around;
    frame::Recorder& recorder;
    Texts texts;
    std::vector<call::Intent>& intents;
    /// The page without the edges that a phone keeps for itself.
    ImRect page;

    /// What somebody else wrote, ready to be drawn.
    [[nodiscard]] std::string shaped(std::string_view text) const {
        return around.shape ? around.shape(text) : std::string(text);
    }
};

[[nodiscard]] inline frame::Rect rect_of(const ImRect& box) {
    return {.x = box.Min.x, .y = box.Min.y, .width = box.GetWidth(), .height = box.GetHeight()};
}

/// A box by its place and size.
[[nodiscard]] inline ImRect box_at(ImVec2 place, ImVec2 size) {
    return {place.x, place.y, place.x + size.x, place.y + size.y};
}

/// A box of this size with the given centre.
[[nodiscard]] inline ImRect box_around(ImVec2 centre, ImVec2 size) {
    return box_at({centre.x - size.x / 2, centre.y - size.y / 2}, size);
}

/// The same box, smaller by so much at each edge.
[[nodiscard]] inline ImRect inset(ImRect box, float x, float y) {
    box.Expand({-x, -y});
    return box;
}

}  // namespace malgil::ui
