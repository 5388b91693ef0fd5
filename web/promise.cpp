#include "web/promise.hpp"

#include "web/attempt.hpp"
#include "web/callback.hpp"

#include <memory>
#include <utility>

namespace malgil::web {

namespace {

// The two functions of one promise; both go when either is called.
struct Settlement {
    std::function<void(const val& value)> on_value;
    std::function<void(const DomError& error)> on_error;
    Callback fulfilled;
    Callback rejected;

    // A function that is being called is kept until it returns (Callback).
    void release() {
        fulfilled = Callback();
        rejected = Callback();
    }
};

}  // namespace

void then(const val& promise, std::function<void(const val& value)> on_value,
          std::function<void(const DomError& error)> on_error) {
    // Owns itself through its callbacks until one of them is called.
    auto settlement = std::make_shared<Settlement>();
    settlement->on_value = std::move(on_value);
    settlement->on_error = std::move(on_error);
    settlement->fulfilled = Callback([settlement](const val& value) {
        settlement->release();
        settlement->on_value(value);
    });
    settlement->rejected = Callback([settlement](const val& reason) {
        settlement->release();
        settlement->on_error(error_of(reason));
    });
    val::global("Promise")
        .call<val>("resolve", promise)
        .call<void>("then", settlement->fulfilled.js(), settlement->rejected.js());
}

void then_call(const val& object, const char* method, std::initializer_list<val> arguments,
               std::function<void(const val& value)> on_value,
               std::function<void(const DomError& error)> on_error) {
    Result promise = try_call(object, method, arguments);
    if (!promise) {
        // As a promise would: later.
        then(
            val::undefined(),
            [on_error = std::move(on_error), error = std::move(promise).error()](const val&) {
                on_error(error);
            },
            [](const DomError&) {});
        return;
    }
    then(*promise, std::move(on_value), std::move(on_error));
}

void call_and_forget(const val& object, const char* method, std::initializer_list<val> arguments) {
    then_call(object, method, arguments, [](const val&) {}, [](const DomError&) {});
}

}  // namespace malgil::web
