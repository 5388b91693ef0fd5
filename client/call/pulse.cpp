#include "client/call/pulse.hpp"

#include <algorithm>
#include <utility>

namespace malgil::call {

bool Pulse::stops(std::uint64_t now_received) {
    // An ICE restart may begin to count anew.
    if (std::exchange(bytes, now_received) == now_received)
        return std::exchange(beats, 0) == steady;
    beats = std::min(beats + 1, steady);
    return false;
}

}  // namespace malgil::call
