#pragma once

#include <functional>
#include <string>

namespace malgil::web {

/// Puts a text on the clipboard; to be called within a person's gesture. `on_done` is told
/// whether it is there, perhaps before this returns: browsers refuse in pages without https:, and
/// where nobody asked for it.
/// https://www.w3.org/TR/clipboard-apis/#dom-clipboard-writetext
void write_to_clipboard(const std::string& text, const std::function<void(bool written)>& on_done);

}  // namespace malgil::web
