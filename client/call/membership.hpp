#pragma once

#include "client/call/state.hpp"
#include "client/call/turn.hpp"

/// Coming into the channel, losing the server, leaving.
namespace malgil::call {

/// A call that was in the channel before goes on asking for its user ID for so long before it says
/// that the ID is taken: what holds it may be the own former connection, which the server has not
/// yet found to be dead.
inline constexpr Milliseconds taken_patience{30'000};

/// The server let us in.
void enter_call(State& state, Turn& turn);

/// The socket closed by itself, or is of no use and is closed now. The media goes on.
void server_lost(State& state, Turn& turn, bool socket_closed);

/// The server does not let us in.
void join_refused(State& state, Turn& turn, const protocol::Error& error);

/// Back to the lobby; the preview goes on.
void leave_call(State& state, Turn& turn);

/// Refusals of a former attempt.
void withdraw_refusals(State& state, Turn& turn);

}  // namespace malgil::call
