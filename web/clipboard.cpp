#include "web/clipboard.hpp"

#include "web/promise.hpp"

#include <utility>

namespace malgil::web {

void write_to_clipboard(const std::string& text, const std::function<void(bool written)>& on_done) {
    const val clipboard = val::global("navigator")["clipboard"];
    if (is_nullish(clipboard)) {
        on_done(false);
        return;
    }
    then_call(
        clipboard, "writeText", {val(text)}, [on_done](const val&) { on_done(true); },
        [on_done](const DomError&) { on_done(false); });
}

}  // namespace malgil::web
