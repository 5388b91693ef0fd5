#pragma once

#include "client/ui/view.hpp"

#include <optional>

namespace malgil::ui {

/// A toggle for one's own microphone or camera. Where the device could not be opened, it asks for
/// it again.
void device_toggle(const View& view, const ImRect& box, call::Device device);

/// What keeps camera or microphone from working, as a notice would say it.
[[nodiscard]] std::optional<call::NoticeKind> problem_of(const call::MediaState& media);

}  // namespace malgil::ui
