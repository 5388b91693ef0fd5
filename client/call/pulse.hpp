#pragma once

#include <cstdint>

namespace malgil::call {

/// Whether something keeps arriving over a connection. Where an address changes, browsers take 5 s
/// and more to call it `disconnected`; that nothing comes any more shows within a second.
struct Pulse {
    /// As reported last.
    std::uint64_t count = 0;
    /// Reports in a row that brought something new, up to `steady`.
    int beats = 0;

    /// So many make a stream of it. Without one, for instance where nobody sends, silence means
    /// nothing.
    static constexpr int steady = 3;

    /// The next report: MediaArrived. True where a stream has stopped just now.
    [[nodiscard]] bool stops(std::uint64_t now_counted);

    friend bool operator==(const Pulse&, const Pulse&) = default;
};

}  // namespace malgil::call
