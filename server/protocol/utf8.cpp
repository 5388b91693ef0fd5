#include "server/protocol/utf8.hpp"

namespace malgil::protocol {

Utf8Character decode_utf8(std::string_view text) noexcept {
    if (text.empty())
        return {};
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80)
        return {.code_point = lead, .size = 1};

    std::size_t size = 0;
    char32_t code_point = 0;
    char32_t smallest = 0;  // with this many bytes; below it the form is overlong
    if ((lead & 0xE0U) == 0xC0) {
        size = 2, code_point = lead & 0x1FU, smallest = 0x80;
    } else if ((lead & 0xF0U) == 0xE0) {
        size = 3, code_point = lead & 0x0FU, smallest = 0x800;
    } else if ((lead & 0xF8U) == 0xF0) {
        size = 4, code_point = lead & 0x07U, smallest = 0x10000;
    }
    if (size == 0 || text.size() < size)
        return {};

    for (const char next : text.substr(1, size - 1)) {
        const auto byte = static_cast<unsigned char>(next);
        if ((byte & 0xC0U) != 0x80)
            return {};
        code_point = (code_point << 6U) | (byte & 0x3FU);
    }
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < smallest || surrogate || code_point > 0x10FFFF)
        return {};
    return {.code_point = code_point, .size = size};
}

}  // namespace malgil::protocol
