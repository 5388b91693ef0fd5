#pragma once

#include <string>

namespace malgil::platform {

/// A sentence for the browser's console, at the level that is hidden by default.
void log(const std::string& text);

}  // namespace malgil::platform
