#include "client/platform/log.hpp"

#include "web/val.hpp"

namespace malgil::platform {

void log(const std::string& text) {
    web::val::global("console").call<void>("debug", "malgil: " + text);
}

}  // namespace malgil::platform
