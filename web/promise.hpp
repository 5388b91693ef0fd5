#pragma once

#include "web/error.hpp"
#include "web/val.hpp"

#include <functional>
#include <initializer_list>

namespace malgil::web {

/// Calls exactly one of the two, once, when the promise is settled; never before this returns. A
/// value that is no promise counts as fulfilled. Whoever may be gone by then guards the functions:
/// see Alive.
///
/// Not `co_await`: a rejected `val` would destroy the coroutine's frame, and no `catch` runs.
void then(const val& promise, std::function<void(const val& value)> on_value,
          std::function<void(const DomError& error)> on_error);

/// The same for the promise of `object.method(...arguments)`. A method that throws or is not there
/// counts as a rejection.
void then_call(const val& object, const char* method, std::initializer_list<val> arguments,
               std::function<void(const val& value)> on_value,
               std::function<void(const DomError& error)> on_error);

/// The same where nobody cares how it ends.
void call_and_forget(const val& object, const char* method,
                     std::initializer_list<val> arguments = {});

}  // namespace malgil::web
