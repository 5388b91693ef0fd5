#pragma once

#include "client/call/media.hpp"
#include "client/call/notices.hpp"

#include <vector>

namespace malgil::call {

/// What the person is to be told of devices that could not be opened: nothing, one notice for both
/// where they failed alike, or one for each.
[[nodiscard]] std::vector<NoticeKind> capture_notices(const MediaState& media);

/// Shows just these: what came of a newer attempt replaces what came of an older one.
void show_capture_notices(Notices& notices, Turn& turn, const MediaState& media);

}  // namespace malgil::call
