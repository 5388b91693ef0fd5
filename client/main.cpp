#include "client/app.hpp"
#include "shell/shell.hpp"

#include <utility>

int main() {
    auto shell = malgil::shell::Shell::create();
    if (!shell)
        return 1;
    // Never destroyed: main returns at once, and the browser calls from then on.
    static const malgil::App app(std::move(shell));
    return 0;
}
