#pragma once

#include "client/call/turn.hpp"

#include <cstdint>

namespace malgil::test {

/// What a single machine needs around it: a clock, random numbers, IDs and timers.
struct TurnFixture {
    call::Moment moment{.now = call::Milliseconds{1000},
                        .wall = call::Milliseconds{1'700'000'000'000},
                        .random = 0};
    std::uint32_t last_id = 0;
    call::Timers timers;

    /// Lets `work` run in a turn of its own, and returns what it wants done.
    template <class Work>
    call::Effects in_turn(Work work) {
        call::Turn turn{.moment = moment, .last_id = last_id, .timers = timers, .effects = {}};
        work(turn);
        return turn.effects;
    }
};

}  // namespace malgil::test
