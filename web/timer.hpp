#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace malgil::web {

/// `setTimeout`: calls its function once, after the delay at the earliest, unless it is destroyed
/// before. The function may destroy it. Browsers slow timers down in pages nobody sees.
/// Needs a runtime that is kept alive (emscripten_runtime_keepalive_push) once main has returned.
class Timer {
public:
    /// Never fires.
    Timer();
    Timer(std::chrono::milliseconds delay, std::function<void()> function);
    ~Timer();

    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;
    Timer(Timer&&) noexcept;
    Timer& operator=(Timer&&) noexcept;

private:
    struct Timeout;

    std::unique_ptr<Timeout> timeout_;
};

}  // namespace malgil::web
