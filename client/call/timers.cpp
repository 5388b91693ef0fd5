#include "client/call/timers.hpp"

#include <algorithm>
#include <utility>

namespace malgil::call {

void Timers::add(TimerId timer, TimerPurpose purpose) {
    running_.push_back({.timer = timer, .purpose = std::move(purpose)});
}

std::optional<TimerId> Timers::remove(const TimerPurpose& purpose) {
    const auto found = std::ranges::find(running_, purpose, &Running::purpose);
    if (found == running_.end())
        return std::nullopt;
    const auto timer = found->timer;
    running_.erase(found);
    return timer;
}

std::optional<TimerPurpose> Timers::remove(TimerId timer) {
    const auto found = std::ranges::find(running_, timer, &Running::timer);
    if (found == running_.end())
        return std::nullopt;
    auto purpose = std::move(found->purpose);
    running_.erase(found);
    return purpose;
}

bool Timers::runs(const TimerPurpose& purpose) const {
    return std::ranges::find(running_, purpose, &Running::purpose) != running_.end();
}

}  // namespace malgil::call
