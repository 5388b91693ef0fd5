#pragma once

#include "client/ui/view.hpp"

#include <optional>

namespace malgil::ui {

/// Draws the notices below each other, in the middle of the top of `area`; returns the height they
/// take, gap included. What does not fit waits until another one is gone: alerts come first, and
/// one always shows. One kind may be left out, as it is shown elsewhere.
float draw_notices(const View& view, const ImRect& area,
                   std::optional<call::NoticeKind> shown_elsewhere);

}  // namespace malgil::ui
