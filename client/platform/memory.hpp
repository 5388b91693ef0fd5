#pragma once

#include "client/call/effects.hpp"
#include "client/call/events.hpp"

/// What the page knows at its start, and what it keeps for the next visit.
namespace malgil::platform {

/// From the page's address (`user`, `channel`, `lang`), then from the last visit, then from the
/// browser's language.
[[nodiscard]] call::Started started();

void remember(const call::Remember& effect);
void remember(const call::Settings& settings);

/// For this tab, until it is closed.
void keep(const call::Place& place);
void forget_place();

}  // namespace malgil::platform
