#pragma once

#include <cstdint>

namespace malgil::call {

/// Whether something keeps arriving over a connection. Where an address changes, browsers take 5 s
/// and more to call it `disconnected`; that nothing comes any more shows within a second.
struct Pulse {
    /// All that has arrived, as reported last.
    std::uint64_t bytes = 0;
    /// Reports in a row that brought something new, up to `steady`.
    int beats = 0;

    /// So many make a stream of it. Without one, for instance where nobody sends and only the
    /// checks of ICE come every few seconds, silence means nothing.
    static constexpr int steady = 3;

    /// The next report. True where a stream has stopped just now.
    [[nodiscard]] bool stops(std::uint64_t now_received);

    friend bool operator==(const Pulse&, const Pulse&) = default;
};

}  // namespace malgil::call
