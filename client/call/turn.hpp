#pragma once

#include "client/call/effects.hpp"
#include "client/call/ids.hpp"
#include "client/call/timers.hpp"

#include <cstdint>

namespace malgil::call {

/// The work on one event: what the machines of the core read (the moment) and write (effects, fresh
/// IDs, timers). Lives for one `update`; refers to the State's own counter and timers.
struct Turn {
    const Moment& moment;
    std::uint32_t& last_id;
    Timers& timers;
    Effects effects;

    template <class IdType>
    [[nodiscard]] IdType next_id() {
        return IdType{++last_id};
    }

    void emit(Effect effect);
    void log(std::string text);

    /// Replaces the timer that runs for the same purpose.
    void start(TimerPurpose purpose, Milliseconds delay);
    /// Nothing where none runs.
    void stop(const TimerPurpose& purpose);
};

}  // namespace malgil::call
