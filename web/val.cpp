#include "web/val.hpp"

namespace malgil::web {

bool is_nullish(const val& value) {
    return value.as_handle() == nullptr || value.isUndefined() || value.isNull();
}

std::optional<std::string> string_of(const val& value) {
    if (!value.isString())
        return std::nullopt;
    return value.as<std::string>();
}

std::optional<int> int_of(const val& value) {
    if (!value.isNumber())
        return std::nullopt;
    return value.as<int>();
}

val object(std::initializer_list<std::pair<const char*, val>> entries) {
    val result = val::object();
    for (const auto& [key, value] : entries)
        result.set(key, value);
    return result;
}

}  // namespace malgil::web
