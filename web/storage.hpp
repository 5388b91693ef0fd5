#pragma once

#include <optional>
#include <string>

namespace malgil::web {

/// https://html.spec.whatwg.org/multipage/webstorage.html. Where the browser keeps nothing (private
/// windows, blocked site data) reading finds nothing and writing does nothing.
class Storage {
public:
    /// `name`: of the property of `window`.
    explicit constexpr Storage(const char* name) : name_(name) {}

    [[nodiscard]] std::optional<std::string> get(const char* key) const;
    void set(const char* key, const std::string& value) const;
    void remove(const char* key) const;

private:
    const char* name_;
};

inline constexpr Storage local_storage("localStorage");
/// Ends with the tab, and survives its reloads.
inline constexpr Storage session_storage("sessionStorage");

}  // namespace malgil::web
