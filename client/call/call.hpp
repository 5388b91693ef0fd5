#pragma once

#include "client/call/effects.hpp"
#include "client/call/events.hpp"
#include "client/call/state.hpp"

namespace malgil::call {

/// The call core: applies one event and says what is to be done. Pure: no I/O, no clock, no
/// callback; the same state, event and moment give the same result.
[[nodiscard]] Effects update(State& state, const Event& event, const Moment& moment);

}  // namespace malgil::call
