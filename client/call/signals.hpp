#pragma once

#include "client/call/state.hpp"
#include "client/call/turn.hpp"
#include "server/protocol/messages.hpp"

namespace malgil::call {

/// An offer, an answer or a candidate of another member. What cannot be read is ignored.
void signal_received(State& state, Turn& turn, const protocol::SignalReceived& signal);

}  // namespace malgil::call
