#include "web/timer.hpp"

#include "web/val.hpp"

#include <utility>

namespace malgil::web {

Timer::Timer(std::chrono::milliseconds delay, std::function<void()> function)
    : callback_([function = std::move(function)](const val&) { function(); }),
      handle_(
          val::global("setTimeout")(callback_.js(), static_cast<double>(delay.count())).as<int>()) {
}

Timer::~Timer() {
    if (handle_ != 0)
        val::global("clearTimeout")(handle_);
}

Timer::Timer(Timer&& other) noexcept
    : callback_(std::move(other.callback_)), handle_(std::exchange(other.handle_, 0)) {}

Timer& Timer::operator=(Timer&& other) noexcept {
    std::swap(callback_, other.callback_);
    std::swap(handle_, other.handle_);
    return *this;
}

}  // namespace malgil::web
