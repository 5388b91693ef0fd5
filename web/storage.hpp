#pragma once

#include <optional>
#include <string>

/// `localStorage`. Where the browser keeps nothing (private windows, blocked site data) reading
/// finds nothing and writing does nothing.
namespace malgil::web::local_storage {

[[nodiscard]] std::optional<std::string> get(const char* key);
void set(const char* key, const std::string& value);

}  // namespace malgil::web::local_storage
