#include "shell/scheduler.hpp"

#include "web/dom.hpp"

#include <chrono>
#include <cmath>
#include <utility>

namespace malgil::shell {

using web::val;

namespace {

constexpr float hidden_delay = 0.05F;  // seconds

bool is_hidden() {
    return web::document()["hidden"].as<bool>();
}

}  // namespace

Scheduler::Scheduler(std::function<void()> frame)
    : frame_(std::move(frame)),
      on_animation_frame_([this](const val&) {
          animation_frame_ = 0;
          run_now();
      }),
      // What was asked for on one side is waited for in the other's way.
      on_visibility_(web::document(), "visibilitychange", [this](const val&) {
          if (animation_frame_ != 0 && is_hidden())
              request_in(hidden_delay);
          else if (!is_hidden())
              request();
      }) {}

Scheduler::~Scheduler() {
    forget_requests();
}

void Scheduler::request() {
    if (is_hidden()) {
        request_in(hidden_delay);
        return;
    }
    if (animation_frame_ == 0)
        animation_frame_ =
            web::window().call<int>("requestAnimationFrame", on_animation_frame_.js());
}

void Scheduler::request_in(float seconds) {
    if (timer_seconds_ >= 0 && timer_seconds_ <= seconds)
        return;
    timer_seconds_ = seconds;
    timer_ = web::Timer(std::chrono::milliseconds(std::lround(std::ceil(seconds * 1000))),
                        [this] { run_now(); });
}

void Scheduler::postpone(float seconds) {
    forget_requests();
    request_in(seconds);
}

void Scheduler::run_now() {
    if (running_) {
        request();
        return;
    }
    forget_requests();
    running_ = true;
    frame_();
    running_ = false;
}

void Scheduler::forget_requests() {
    if (animation_frame_ != 0)
        web::window().call<void>("cancelAnimationFrame", std::exchange(animation_frame_, 0));
    timer_ = web::Timer();
    timer_seconds_ = -1;
}

}  // namespace malgil::shell
