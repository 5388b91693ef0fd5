#include "client/call/pulse.hpp"

#include <algorithm>
#include <utility>

namespace malgil::call {

bool Pulse::stops(std::uint64_t now_counted) {
    // A new connection begins to count anew.
    if (std::exchange(count, now_counted) == now_counted)
        return std::exchange(beats, 0) == steady;
    beats = std::min(beats + 1, steady);
    return false;
}

}  // namespace malgil::call
