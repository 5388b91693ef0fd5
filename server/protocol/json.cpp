#include "server/protocol/json.hpp"

#include "server/protocol/utf8.hpp"

namespace malgil::protocol {

Json parse_json(std::string_view text) {
    const char* const begin = text.data();
    const char* read_to = begin;
    return Json::parse(JsonInput(begin, &read_to), JsonInput(begin + text.size(), &read_to),
                       nullptr, false);
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

}  // namespace malgil::protocol
