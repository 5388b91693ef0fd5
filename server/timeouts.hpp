#pragma once

#include <chrono>

namespace malgil::server {

/// How long a client may take. Whoever takes longer loses its connection, and nobody else notices.
struct Timeouts {
    using Milliseconds = std::chrono::milliseconds;

    /// From the connection to the end of the first request's header.
    Milliseconds header{10'000};
    /// From one response to the end of the next request's header.
    Milliseconds keep_alive{60'000};
    /// For 64 KiB of a response, or one WebSocket message, to be taken.
    Milliseconds write{30'000};
    /// For the answer to a WebSocket handshake, and for that to a Close.
    Milliseconds handshake{5'000};
    /// From the first piece of a WebSocket message to its last.
    Milliseconds message{30'000};
    /// Without any sign of life. A ping asks for one after half of it.
    Milliseconds idle{60'000};
    /// For everybody to go away when the server stops.
    Milliseconds drain{3'000};
};

}  // namespace malgil::server
