#pragma once

#include "client/call/ids.hpp"

#include <string>

namespace malgil::call {

struct State;

/// Everything that is known of the paths to the peers, as JSON for a bug report: no addresses, but
/// user IDs. A line for each sample, for people to read.
[[nodiscard]] std::string write_statistics(const State& state, const Moment& moment);

}  // namespace malgil::call
