#include "server/protocol/json.hpp"

#include "server/protocol/utf8.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

namespace malgil::protocol {
namespace {

/// Builds values of nlohmann's SAX events, whose names and signatures are given. In place of its
/// own builders: there are two of them, and every call of `parse` brings both into the page.
/// https://json.nlohmann.me/features/parsing/sax_interface/
class JsonBuilder {
public:
    Json root;

    bool null() { return add(nullptr); }

    bool boolean(bool value) { return add(value); }

    bool number_integer(std::int64_t value) { return add(value); }

    bool number_unsigned(std::uint64_t value) { return add(value); }

    bool number_float(double value, const std::string& /*text*/) { return add(value); }

    bool string(std::string& value) { return add(std::move(value)); }

    bool binary(Json::binary_t& /*value*/) { return false; }  // never in JSON text

    bool start_object(std::size_t /*size*/) { return open(Json::object()); }

    bool start_array(std::size_t /*size*/) { return open(Json::array()); }

    bool end_object() { return close(); }

    bool end_array() { return close(); }

    bool key(std::string& name) {
        member_ = &(*open_.back())[std::move(name)];
        return true;
    }

    template <class Exception>
    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const Exception& /*error*/) {
        return false;
    }

private:
    Json& place(Json value) {
        if (open_.empty())
            return root = std::move(value);
        if (open_.back()->is_object())
            return *member_ = std::move(value);
        open_.back()->push_back(std::move(value));
        return open_.back()->back();
    }

    bool add(Json value) {
        place(std::move(value));
        return true;
    }

    // What is open does not move: its container grows again only once it is closed.
    bool open(Json value) {
        open_.push_back(&place(std::move(value)));
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    std::vector<Json*> open_;
    Json* member_ = nullptr;
};

}  // namespace

Json parse_json(std::string_view text) {
    const char* const begin = text.data();
    const char* read_to = begin;
    JsonBuilder builder;
    const bool done = Json::sax_parse(JsonInput(begin, &read_to),
                                      JsonInput(begin + text.size(), &read_to), &builder);
    return done ? std::move(builder.root) : Json(Json::value_t::discarded);
}

const Json* find(const Json& object, std::string_view key) {
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

const std::string* find_string(const Json& object, std::string_view key) {
    const Json* value = find(object, key);
    return value == nullptr ? nullptr : value->get_ptr<const std::string*>();
}

long long integer_or(const Json& object, std::string_view key, long long smallest,
                     long long largest, long long fallback) {
    const Json* value = find(object, key);
    if (value == nullptr || !value->is_number_integer())
        return fallback;
    const auto number = value->get<long long>();
    return number < smallest || number > largest ? fallback : number;
}

void append_quoted(std::string& out, std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    while (!text.empty()) {
        const auto [code_point, size] = decode_utf8(text);
        if (size == 0) {
            out += "\uFFFD";
            text.remove_prefix(1);
            continue;
        }
        if (code_point == '"' || code_point == '\\') {
            out += '\\';
            out += text.front();
        } else if (code_point == '\n') {
            out += "\\n";
        } else if (code_point == '\r') {
            out += "\\r";
        } else if (code_point < 0x20) {
            out += "\\u00";
            out += digits[code_point >> 4U];
            out += digits[code_point & 0xFU];
        } else {
            out += text.substr(0, size);
        }
        text.remove_prefix(size);
    }
    out += '"';
}

void append_key(std::string& out, std::string_view key) {
    if (!out.empty() && out.back() != '{' && out.back() != '[')
        out += ',';
    append_quoted(out, key);
    out += ':';
}

void append_decimal(std::string& out, double number) {
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    // Fifteen digits show a decimal fraction as it was meant; a few numbers want all seventeen.
    for (const int digits : {15, 17}) {
        std::array<char, 32> text{};
        const int size = std::snprintf(text.data(), text.size(), "%.*g", digits, number);
        const std::string_view written(text.data(), static_cast<std::size_t>(size));
        if (digits == 17 || std::strtod(text.data(), nullptr) == number) {
            out += written;
            return;
        }
    }
}

void append_text(std::string& out, std::string_view key, std::string_view text) {
    append_key(out, key);
    append_quoted(out, text);
}

}  // namespace malgil::protocol
