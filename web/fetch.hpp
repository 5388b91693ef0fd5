#pragma once

#include "web/alive.hpp"
#include "web/val.hpp"

#include <functional>

namespace malgil::web {

/// A request of which nothing but the answer's status matters: https://fetch.spec.whatwg.org
class Fetch {
public:
    /// `url` counts from the page's address. `on_status` comes once, and never before this returns:
    /// the status of the answer (200 to 599), or 0 where there is none. It may destroy this.
    Fetch(const char* method, const char* url, const std::function<void(int status)>& on_status);
    /// Calls the handler no more, and aborts.
    ~Fetch();

    Fetch(const Fetch&) = delete;
    Fetch& operator=(const Fetch&) = delete;
    Fetch(Fetch&&) = delete;
    Fetch& operator=(Fetch&&) = delete;

private:
    val abort_;  // AbortController
    Alive alive_;
};

}  // namespace malgil::web
