#pragma once

#include "client/call/events.hpp"

namespace malgil::platform {

/// Takes events for the call core.
class EventSink {
public:
    EventSink(const EventSink&) = delete;
    EventSink& operator=(const EventSink&) = delete;
    EventSink(EventSink&&) = delete;
    EventSink& operator=(EventSink&&) = delete;

    /// May be called at any time; where an update is under way, the event waits. Otherwise its
    /// effects are performed before this returns, and one of them may destroy the caller.
    virtual void post(call::Event event) = 0;

protected:
    EventSink() = default;
    ~EventSink() = default;
};

}  // namespace malgil::platform
