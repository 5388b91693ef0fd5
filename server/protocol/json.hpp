#pragma once

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

/// What codecs need of JSON: the one of the wire, and those of the data channels. One parser for
/// all of them, and writers without one: they are part of what the page downloads.
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

/// The parsed text; `is_discarded()` where it is not JSON. Whatever the depth, but who goes down
/// into it bounds that.
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

/// Appends `,"key":"text"`, as the two above do it.
void append_text(std::string& out, std::string_view key, std::string_view text);

/// Appends `,"key":number`, for integers.
void append_number(std::string& out, std::string_view key, std::integral auto number) {
    append_key(out, key);
    out += std::to_string(number);
}

/// Appends a number that is read as the same one again; `null` where it is not finite.
void append_decimal(std::string& out, double number);

/// Appends `,"key":[…]`, each element written by `append(out, element)`.
void append_array(std::string& out, std::string_view key, const auto& elements, auto append) {
    append_key(out, key);
    out += '[';
    for (const auto& element : elements) {
        if (out.back() != '[')
            out += ',';
        append(out, element);
    }
    out += ']';
}

}  // namespace malgil::protocol
