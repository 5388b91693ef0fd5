#pragma once

#include "client/ui/column.hpp"

namespace malgil::ui {

/// What the connection check found, part by part, and what it means for calls. Read out as it
/// comes.
void draw_connection_report(const View& view, Column& column);

/// The server is known to have no relay.
[[nodiscard]] bool lacks_relay(const call::State& state);

}  // namespace malgil::ui
