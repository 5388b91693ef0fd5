#pragma once

#include "web/error.hpp"

#include <string>

namespace malgil::platform {

/// A sentence for the browser's console, at the level that is hidden by default.
void log(const std::string& text);
void log_error(const char* what, const web::DomError& error);

}  // namespace malgil::platform
