#pragma once

#include "web/callback.hpp"
#include "web/listener.hpp"
#include "web/timer.hpp"

#include <functional>

namespace malgil::shell {

/// Decides when a frame runs: only when somebody asked for one.
class Scheduler {
public:
    explicit Scheduler(std::function<void()> frame);
    ~Scheduler();

    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;
    Scheduler(Scheduler&&) = delete;
    Scheduler& operator=(Scheduler&&) = delete;

    /// One frame with the next animation frame; from a timer while the page is hidden, since
    /// there are none then. Many requests are one frame.
    void request();
    /// The same, after a time. The earliest counts; the next frame, whatever its cause, forgets it.
    void request_in(float seconds);
    /// The same, in place of everything that was asked for so far.
    void postpone(float seconds);
    /// A frame within this call. Within a frame, it is a request.
    void run_now();

private:
    void forget_requests();

    std::function<void()> frame_;
    web::Callback on_animation_frame_;
    int animation_frame_ = 0;  // the handle of the one that is waited for; 0: none
    web::Timer timer_;
    float timer_seconds_ = -1;  // negative: none
    bool running_ = false;
    web::Listener on_visibility_;
};

}  // namespace malgil::shell
