#pragma once

#include "web/val.hpp"

#include <string>

namespace malgil::web {

/// The names of errors that somebody acts on: https://webidl.spec.whatwg.org/#idl-DOMException
enum class ErrorName {
    abort,
    invalid_state,
    not_allowed,
    not_found,
    not_readable,
    not_supported,
    overconstrained,
    quota_exceeded,
    security,
    other,  // any other name, TypeError for instance, or something thrown that is no Error
};

/// What JavaScript threw, or rejected a promise with.
struct DomError {
    ErrorName name = ErrorName::other;
    /// For a log: "NotFoundError: Requested device not found".
    std::string text;
};

[[nodiscard]] DomError error_of(const val& thrown);

}  // namespace malgil::web
