#include "client/platform/log.hpp"

#include "web/val.hpp"

namespace malgil::platform {

void log(const std::string& text) {
    web::val::global("console").call<void>("debug", "malgil: " + text);
}

void log_error(const char* what, const web::DomError& error) {
    log(std::string(what) + ": " + error.text);
}

}  // namespace malgil::platform
