#include "web/error.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace malgil::web {

namespace {

constexpr std::array<std::pair<std::string_view, ErrorName>, 11> names{{
    {"AbortError", ErrorName::abort},
    {"ConstraintNotSatisfiedError", ErrorName::overconstrained},
    {"InvalidStateError", ErrorName::invalid_state},
    {"NotAllowedError", ErrorName::not_allowed},
    {"NotFoundError", ErrorName::not_found},
    {"NotReadableError", ErrorName::not_readable},
    {"NotSupportedError", ErrorName::not_supported},
    {"OverconstrainedError", ErrorName::overconstrained},
    {"QuotaExceededError", ErrorName::quota_exceeded},
    {"SecurityError", ErrorName::security},
    {"TrackStartError", ErrorName::not_readable},
}};

ErrorName name_of(std::string_view text) {
    for (const auto& [known, name] : names)
        if (known == text)
            return name;
    return ErrorName::other;
}

}  // namespace

DomError error_of(const val& thrown) {
    if (is_nullish(thrown))
        return {};
    const std::string name = string_of(thrown["name"]).value_or("");
    // Not String(thrown): what is thrown may have no toString, or one that throws.
    const std::string message = string_of(thrown["message"]).value_or("");
    return {.name = name_of(name), .text = name + ": " + message};
}

}  // namespace malgil::web
