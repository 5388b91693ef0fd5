#include "client/call/turn.hpp"

#include <string>
#include <utility>

namespace malgil::call {

void Turn::emit(Effect effect) {
    effects.push_back(std::move(effect));
}

void Turn::log(std::string text) {
    emit(Log{std::move(text)});
}

void Turn::start(TimerPurpose purpose, Milliseconds delay) {
    stop(purpose);
    const auto timer = next_id<TimerId>();
    timers.add(timer, std::move(purpose));
    emit(StartTimer{.timer = timer, .delay = delay});
}

void Turn::stop(const TimerPurpose& purpose) {
    if (const auto timer = timers.remove(purpose))
        emit(StopTimer{*timer});
}

}  // namespace malgil::call
