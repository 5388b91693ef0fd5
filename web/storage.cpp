#include "web/storage.hpp"

#include "web/attempt.hpp"
#include "web/dom.hpp"
#include "web/promise.hpp"
#include "web/val.hpp"

namespace malgil::web::local_storage {

// The getter itself throws (SecurityError) where site data is blocked.
std::optional<std::string> get(const char* key) {
    const Result value = try_get(window(), "localStorage").and_then([key](const val& storage) {
        return try_call(storage, "getItem", {val(key)});
    });
    return value ? string_of(*value) : std::nullopt;
}

void set(const char* key, const std::string& value) {
    if (const Result storage = try_get(window(), "localStorage"))
        call_and_forget(*storage, "setItem", {val(key), val(value)});
}

}  // namespace malgil::web::local_storage
