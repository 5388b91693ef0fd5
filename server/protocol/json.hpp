#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

/// What the codec needs of JSON; private to server/protocol.
namespace malgil::protocol {

using Json = nlohmann::json;

/// Feeds nlohmann's lexer and tells how far it has read. The lexer reads one character at a time
/// and stops right behind a bracket or a literal, so that `*read_to` bounds such a value exactly.
class JsonInput {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    JsonInput(const char* at, const char** read_to) : at_(at), read_to_(read_to) {}

    reference operator*() const { return *at_; }

    JsonInput& operator++() {
        *read_to_ = ++at_;
        return *this;
    }

    friend bool operator==(const JsonInput& a, const JsonInput& b) { return a.at_ == b.at_; }

private:
    const char* at_;
    const char** read_to_;
};

/// The parsed text; `is_discarded()` where it is not JSON. The caller has bounded its depth.
[[nodiscard]] Json parse_json(std::string_view text);

/// The member of that name; nullptr where there is none, or `object` is no object.
[[nodiscard]] const Json* find(const Json& object, std::string_view key);

/// The string member of that name; nullptr where there is none or it is no string.
[[nodiscard]] const std::string* find_string(const Json& object, std::string_view key);

/// The integer member of that name within `smallest` to `largest`; `fallback` where there is none.
[[nodiscard]] long long integer_or(const Json& object, std::string_view key, long long smallest,
                                   long long largest, long long fallback);

/// Appends a JSON string: only what must be escaped is, and bytes that are not UTF-8 become U+FFFD.
void append_quoted(std::string& out, std::string_view text);

/// Appends `,"key":` (without the comma right behind a bracket).
void append_key(std::string& out, std::string_view key);

}  // namespace malgil::protocol
