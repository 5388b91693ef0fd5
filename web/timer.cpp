#include "web/timer.hpp"

#include <emscripten/eventloop.h>

#include <utility>

namespace malgil::web {

/// At its address for as long as the browser may call. Not by embind: timers are set many times a
/// second, and each function that JavaScript gets would be garbage afterwards.
struct Timer::Timeout {
    Timeout(std::chrono::milliseconds delay, std::function<void()> then)
        : function(std::move(then)),
          handle(emscripten_set_timeout(fire, static_cast<double>(delay.count()), this)) {}

    ~Timeout() {
        if (handle != 0)
            emscripten_clear_timeout(handle);
    }

    Timeout(const Timeout&) = delete;
    Timeout& operator=(const Timeout&) = delete;
    Timeout(Timeout&&) = delete;
    Timeout& operator=(Timeout&&) = delete;

    static void fire(void* self) {
        auto& timeout = *static_cast<Timeout*>(self);
        timeout.handle = 0;
        // Out of this, which it may destroy.
        const auto function = std::move(timeout.function);
        function();
    }

    std::function<void()> function;
    int handle;  // 0: it has fired
};

Timer::Timer() = default;

Timer::Timer(std::chrono::milliseconds delay, std::function<void()> function)
    : timeout_(std::make_unique<Timeout>(delay, std::move(function))) {}

Timer::~Timer() = default;
Timer::Timer(Timer&&) noexcept = default;
Timer& Timer::operator=(Timer&&) noexcept = default;

}  // namespace malgil::web
