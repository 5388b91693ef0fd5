#include "web/listener.hpp"

#include <utility>

namespace malgil::web {

Listener::Listener(val target, std::string event, Function function, ListenerOptions options)
    : target_(std::move(target)),
      event_(std::move(event)),
      capture_(options.capture),
      callback_(std::move(function)) {
    target_.call<void>(
        "addEventListener", event_, callback_.js(),
        object({{"capture", val(options.capture)}, {"passive", val(options.passive)}}));
}

Listener::~Listener() {
    if (!target_.isUndefined())
        target_.call<void>("removeEventListener", event_, callback_.js(), capture_);
}

Listener::Listener(Listener&& other) noexcept
    : target_(std::exchange(other.target_, val::undefined())),
      event_(std::move(other.event_)),
      capture_(other.capture_),
      callback_(std::move(other.callback_)) {}

Listener& Listener::operator=(Listener&& other) noexcept {
    std::swap(target_, other.target_);
    std::swap(event_, other.event_);
    std::swap(capture_, other.capture_);
    std::swap(callback_, other.callback_);
    return *this;
}

}  // namespace malgil::web
