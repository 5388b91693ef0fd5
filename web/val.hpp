#pragma once

#include <emscripten/val.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

namespace malgil::web {

/// A JavaScript value. `val` calls that may throw go through attempt.hpp: a JavaScript exception
/// that passes through C++ frames runs no destructor.
using val = emscripten::val;

/// Whether there is nothing: `value == null` of JavaScript, or a val that was moved from.
[[nodiscard]] bool is_nullish(const val& value);

/// No value where JavaScript has none, or something that is not a string.
[[nodiscard]] std::optional<std::string> string_of(const val& value);

/// Where JavaScript has an integer; no value otherwise.
[[nodiscard]] std::optional<int> int_of(const val& value);

/// A dictionary: `object({{"audio", val(true)}})`.
[[nodiscard]] val object(std::initializer_list<std::pair<const char*, val>> entries = {});

}  // namespace malgil::web
