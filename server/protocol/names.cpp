#include "server/protocol/names.hpp"

#include "server/protocol/utf8.hpp"

namespace malgil::protocol {

std::expected<void, NameError> check_name(std::string_view name) {
    if (name.empty())
        return std::unexpected(NameError::empty);
    std::size_t characters = 0;
    while (!name.empty()) {
        const auto [code_point, size] = decode_utf8(name);
        if (size == 0)
            return std::unexpected(NameError::not_utf8);
        if (code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F))
            return std::unexpected(NameError::control_character);
        if (++characters > max_name_characters)
            return std::unexpected(NameError::too_long);
        name.remove_prefix(size);
    }
    return {};
}

}  // namespace malgil::protocol
