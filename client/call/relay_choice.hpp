#pragma once

#include "server/protocol/messages.hpp"

#include <vector>

/// "Hide my address": media goes by a TURN server only.
/// https://www.w3.org/TR/webrtc/#rtcicetransportpolicy-enum
namespace malgil::call {

struct State;
struct Turn;

[[nodiscard]] bool offers_relay(const std::vector<protocol::IceServer>& servers);

/// The choice is another one than before. To hide the address makes the connections anew, with a
/// short gap; to show it moves those that stand. Without a relay they stay as they are: who is
/// connected knows the address already, and nobody would be heard any more.
void apply_relay_choice(State& state, Turn& turn);

/// The server said what it offers: says so where the choice cannot be met.
void tell_missing_relay(State& state, Turn& turn);

}  // namespace malgil::call
