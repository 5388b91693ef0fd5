#pragma once

#include "web/callback.hpp"

#include <chrono>
#include <functional>

namespace malgil::web {

/// `setTimeout`: calls its function once, after the delay at the earliest, unless it is destroyed
/// before. The function may destroy it. Browsers slow timers down in pages nobody sees.
class Timer {
public:
    /// Never fires.
    Timer() = default;
    Timer(std::chrono::milliseconds delay, std::function<void()> function);
    ~Timer();

    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;
    Timer(Timer&& other) noexcept;
    Timer& operator=(Timer&& other) noexcept;

private:
    Callback callback_;
    int handle_ = 0;  // 0: none
};

}  // namespace malgil::web
