#pragma once

#include "server/protocol/names.hpp"

#include <chrono>
#include <compare>
#include <cstdint>

namespace malgil::call {

using protocol::ChannelName;
using protocol::UserId;

/// A number that is not to be mixed up with another kind of number.
template <class Tag>
struct Id {
    std::uint32_t value = 0;

    friend auto operator<=>(const Id&, const Id&) = default;
};

/// One WebSocket, from its opening on. A reconnect has a new one: results of the former are stale.
using SocketId = Id<struct SocketIdTag>;

/// One RTCPeerConnection, from its creation on. A peer that is met again has a new one.
using ConnectionId = Id<struct ConnectionIdTag>;

/// One attempt to open camera and microphone (getUserMedia).
using CaptureId = Id<struct CaptureIdTag>;

/// One look for candidates of a kind of ICE server, by the connection check.
using ProbeId = Id<struct ProbeIdTag>;

using NoticeId = Id<struct NoticeIdTag>;

/// A started timer. Starting one with the same ID replaces it.
using TimerId = Id<struct TimerIdTag>;

using Milliseconds = std::chrono::milliseconds;

/// What `update` may know of the world outside, taken once per event.
struct Moment {
    /// Monotonic, since any fixed point. Never goes back.
    Milliseconds now{0};
    /// Since 1970-01-01 UTC, for showing only: a person may set the clock.
    Milliseconds wall{0};
    /// Uniform over its whole range, fresh for each event.
    std::uint64_t random = 0;
};

}  // namespace malgil::call
