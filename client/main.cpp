#include "client/app.hpp"
#include "shell/shell.hpp"
#include "web/val.hpp"

#include <emscripten/eventloop.h>

#include <utility>

int main() {
    auto shell = malgil::shell::Shell::create();
    if (!shell) {
        malgil::web::val::module_property("page").set("lacksWebGL", true);  // boot.js tells
        return 1;
    }
    // Never destroyed: main returns at once, and the browser calls from then on, its timers too.
    emscripten_runtime_keepalive_push();
    static const malgil::App app(std::move(shell));
    return 0;
}
