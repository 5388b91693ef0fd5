#pragma once

#include <string>

namespace malgil::web {

/// Unicode Normalization Form C: the same word typed on two systems becomes the same bytes.
[[nodiscard]] std::string normalize_nfc(const std::string& text);

}  // namespace malgil::web
