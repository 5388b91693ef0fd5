#pragma once

#include "web/callback.hpp"
#include "web/val.hpp"

#include <string>

namespace malgil::web {

/// https://dom.spec.whatwg.org/#dictdef-addeventlisteneroptions
struct ListenerOptions {
    bool capture = false;
    /// True: the function never calls preventDefault, so scrolling need not wait for it.
    bool passive = false;
};

/// An event listener, there for as long as this object is. The function may destroy it.
class Listener {
public:
    using Function = Callback::Function;

    /// Listens to nothing.
    Listener() = default;
    /// `target` is an EventTarget, `event` the type of the event ("pointerdown").
    Listener(val target, std::string event, Function function, ListenerOptions options = {});
    ~Listener();

    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    Listener(Listener&& other) noexcept;
    Listener& operator=(Listener&& other) noexcept;

private:
    val target_;  // undefined: none
    std::string event_;
    bool capture_ = false;
    Callback callback_;
};

}  // namespace malgil::web
