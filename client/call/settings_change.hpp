#pragma once

#include "client/call/settings.hpp"

namespace malgil::call {

struct State;
struct Turn;

/// What the person chose applies at once, and is kept for the next visit.
void change_settings(State& state, Turn& turn, const Settings& settings);

}  // namespace malgil::call
