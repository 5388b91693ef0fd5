#pragma once

#include <cstddef>

namespace malgil::protocol {

/// What the server allows. It is told to clients in `welcome`, so that they need not guess.
struct Limits {
    /// One WebSocket message, in bytes.
    std::size_t message_bytes = std::size_t{64} * 1024;
    /// Nesting of arrays and objects in a message; the envelope is the first level.
    std::size_t message_depth = 16;
    /// Members of one channel.
    std::size_t channel_members = 8;
    /// Bytes that wait for one slow reader; over that it is dropped.
    std::size_t outbox_bytes = std::size_t{1024} * 1024;
    /// Messages a second that one client may send over time. A burst of 20 times that is let
    /// through.
    std::size_t messages_per_second = 1000;

    friend bool operator==(const Limits&, const Limits&) = default;
};

}  // namespace malgil::protocol
