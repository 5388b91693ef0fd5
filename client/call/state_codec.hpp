#pragma once

#include "client/call/presence.hpp"
#include "client/call/sizes.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

/// What goes over the data channel `state`: JSON objects
///     {"type":"presence","microphone":…,"camera":…,"hand":…,"screen":…}
///     {"type":"reaction","reaction":"heart"}
///     {"type":"shown","camera":360,"screen":0}
///     {"type":"quality","limited":"cpu"}, or "none"
///     {"type":"restart_ice"}
/// No function here throws.
namespace malgil::call::state_codec {

/// Longer messages of a peer are not looked at.
inline constexpr std::size_t max_frame_bytes = std::size_t{4} * 1024;

/// Nothing that this version understands.
struct Unknown {
    friend bool operator==(const Unknown&, const Unknown&) = default;
};

/// The peer asks that this side restarts ICE (ice_restart.hpp).
struct RestartWanted {
    friend bool operator==(const RestartWanted&, const RestartWanted&) = default;
};

using Frame = std::variant<Unknown, Presence, Reaction, Sizes, SenderLimit, RestartWanted>;

[[nodiscard]] Frame parse(std::string_view data);

[[nodiscard]] std::string write(const Presence& presence);
[[nodiscard]] std::string write(Reaction reaction);
[[nodiscard]] std::string write(const Sizes& sizes);
[[nodiscard]] std::string write(const SenderLimit& limit);
[[nodiscard]] std::string write(RestartWanted wanted);

}  // namespace malgil::call::state_codec
