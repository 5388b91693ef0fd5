#include "web/fetch.hpp"

#include "web/dom.hpp"
#include "web/promise.hpp"

namespace malgil::web {

Fetch::Fetch(const char* method, const char* url, const std::function<void(int status)>& on_status)
    : abort_(val::global("AbortController").new_()) {
    then_call(window(), "fetch",
              {val(url), object({{"method", val(method)},
                                 {"cache", val("no-store")},
                                 {"signal", abort_["signal"]}})},
              alive_.guard([on_status](const val& response) {
                  on_status(int_of(response["status"]).value_or(0));
              }),
              alive_.guard([on_status](const DomError&) { on_status(0); }));
}

Fetch::~Fetch() {
    call_and_forget(abort_, "abort");
}

}  // namespace malgil::web
