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
/// Whom the server has in the channel is not known, until it says so.
void nobody_is_present(State& state);

/// The server does not let us in.
void join_refused(State& state, Turn& turn, const protocol::Error& error);

/// Towards the channel, from the lobby. `token`: of a page before this one.
void begin_call(State& state, Turn& turn, UserId user, protocol::ChannelName channel,
                std::optional<std::string> token = std::nullopt);

/// Back to the lobby; the preview goes on. Not `for_good`: the page may be loaded again, and come
/// back into the call.
void leave_call(State& state, Turn& turn, bool for_good = true);

/// Refusals of a former attempt.
void withdraw_refusals(State& state, Turn& turn);

}  // namespace malgil::call
