#pragma once

#include "web/error.hpp"
#include "web/val.hpp"

#include <expected>
#include <initializer_list>

/// JavaScript calls that may throw, with what is thrown as a value.
namespace malgil::web {

using Result = std::expected<val, DomError>;

/// `object.method(...arguments)`. A method that is not there is a TypeError.
[[nodiscard]] Result try_call(const val& object, const char* method,
                              std::initializer_list<val> arguments = {});

/// `new constructor(...arguments)`. A constructor that is not there is a TypeError.
[[nodiscard]] Result try_construct(const val& constructor,
                                   std::initializer_list<val> arguments = {});

/// `object[property]`, for getters that throw.
[[nodiscard]] Result try_get(const val& object, const char* property);

}  // namespace malgil::web
