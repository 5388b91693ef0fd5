#include "web/callback.hpp"

#include <emscripten/bind.h>

#include <map>
#include <memory>
#include <utility>

namespace malgil::web {

namespace {

// JavaScript knows a function by a number that is never used again, so a late call finds nothing.
struct Registry {
    // Shared with a call that is under way, in which the function may remove itself.
    std::map<std::uint32_t, std::shared_ptr<const Callback::Function>> functions;
    std::uint32_t last = 0;
};

Registry& registry() {
    static Registry the_registry;
    return the_registry;
}

std::uint32_t add(Callback::Function function) {
    Registry& all = registry();
    const std::uint32_t id = ++all.last;
    all.functions.emplace(id, std::make_shared<const Callback::Function>(std::move(function)));
    return id;
}

// By value: embind hands over a val of its own.
void invoke(std::uint32_t id, val argument) {  // NOLINT(performance-unnecessary-value-param)
    const auto found = registry().functions.find(id);
    if (found == registry().functions.end())
        return;
    const std::shared_ptr<const Callback::Function> function = found->second;
    (*function)(argument);
}

}  // namespace

EMSCRIPTEN_BINDINGS(malgil_web) {
    emscripten::function("invoke", &invoke);
}

Callback::Callback(Function function)
    : id_(add(std::move(function))),
      js_(val::module_property("invoke").call<val>("bind", val::undefined(), id_)) {}

Callback::~Callback() {
    if (id_ != 0)
        registry().functions.erase(id_);
}

Callback::Callback(Callback&& other) noexcept
    : id_(std::exchange(other.id_, 0)), js_(std::move(other.js_)) {}

Callback& Callback::operator=(Callback&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(js_, other.js_);
    return *this;
}

}  // namespace malgil::web
