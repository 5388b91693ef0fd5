#include "web/storage.hpp"

#include "web/attempt.hpp"
#include "web/dom.hpp"
#include "web/promise.hpp"
#include "web/val.hpp"

namespace malgil::web {

// The getter itself throws (SecurityError) where site data is blocked.
std::optional<std::string> Storage::get(const char* key) const {
    const Result value = try_get(window(), name_).and_then([key](const val& storage) {
        return try_call(storage, "getItem", {val(key)});
    });
    return value ? string_of(*value) : std::nullopt;
}

void Storage::set(const char* key, const std::string& value) const {
    if (const Result storage = try_get(window(), name_))
        call_and_forget(*storage, "setItem", {val(key), val(value)});
}

void Storage::remove(const char* key) const {
    if (const Result storage = try_get(window(), name_))
        call_and_forget(*storage, "removeItem", {val(key)});
}

}  // namespace malgil::web
