#include "shell/text/utf8.hpp"

#include <cstddef>
#include <cstdint>

namespace malgil::shell {

namespace {

constexpr char32_t replacement = 0xFFFD;

void append(std::string& out, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = replacement;
    const auto tail = [&](unsigned shift) {
        out += static_cast<char>(0x80U | ((c >> shift) & 0x3FU));
    };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0U | (c >> 6U));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0U | (c >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (c >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

// Takes one codepoint off the front.
char32_t take(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    std::size_t length = 1;
    char32_t result = lead;
    char32_t least = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
        result = lead & 0x1FU;
        least = 0x80;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        result = lead & 0x0FU;
        least = 0x800;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        result = lead & 0x07U;
        least = 0x10000;
    } else if (lead >= 0x80) {
        result = replacement;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (i >= text.size() || (byte(i) & 0xC0U) != 0x80) {
            text.remove_prefix(i);
            return replacement;
        }
        result = (result << 6U) | (byte(i) & 0x3FU);
    }
    text.remove_prefix(length);
    const bool surrogate = result >= 0xD800 && result <= 0xDFFF;
    return result < least || result > 0x10FFFF || surrogate ? replacement : result;
}

}  // namespace

std::string utf8(char32_t codepoint) {
    std::string result;
    append(result, codepoint);
    return result;
}

std::u32string codepoints(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    while (!text.empty())
        result += take(text);
    return result;
}

std::string utf8(std::u32string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char32_t c : text)
        append(result, c);
    return result;
}

}  // namespace malgil::shell
