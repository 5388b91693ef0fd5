#pragma once

#include "client/call/events.hpp"
#include "client/call/state.hpp"

#include <optional>

namespace malgil::ui {

/// When a change of the state is to be seen.
struct Due {
    float seconds = 0;  // 0: with the next animation frame
    /// In place of what is due already; otherwise the earlier counts.
    bool instead = false;

    friend bool operator==(const Due&, const Due&) = default;
};

/// Draws what changes at once, but for a call that comes up: many changes come in a row then, and
/// the time that drawing takes is missed where the peer waits for an answer, and where browsers
/// encode and decode the first picture. Between the two, while that picture is on its way, there is
/// time for a frame. Also less flickers by: where the server and the peer are near, the lobby gives
/// way to the call at once.
class Pace {
public:
    /// After each `update`, with its event and the state that came of it. No value: nothing that is
    /// drawn has changed. `now`: call::Moment::now.
    [[nodiscard]] std::optional<Due> after(const call::Event& event, const call::State& state,
                                           call::Milliseconds now);

private:
    call::Phase phase_ = call::Phase::lobby;
};

}  // namespace malgil::ui
