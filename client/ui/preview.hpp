#pragma once

#include "client/ui/view.hpp"

#include <optional>

namespace malgil::ui {

/// The height that the toggles and the meter under the preview take.
[[nodiscard]] float preview_controls_height();

/// The least height of the picture, so that what it says instead of a picture has its place.
[[nodiscard]] float least_preview_height(const View& view, float width);

/// One's own picture as others will see it, or why there is none and what to do about it.
void draw_preview(const View& view, const ImRect& box);

/// It is not to be seen now, and is there again at once.
void keep_preview_playing(const View& view);

/// The notice whose sentence stands in the preview, with its way on.
[[nodiscard]] std::optional<call::NoticeKind> shown_in_preview(const View& view);

/// The toggles of microphone and camera, and how loud the microphone is.
void draw_preview_controls(const View& view, const ImRect& box);

}  // namespace malgil::ui
