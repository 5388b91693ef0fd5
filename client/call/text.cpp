#include "client/call/text.hpp"

#include <algorithm>
#include <array>

namespace malgil::call {
namespace {

using namespace std::string_view_literals;

constexpr std::array white_space{
    "\t"sv,     "\n"sv,     "\v"sv,     "\f"sv,     "\r"sv,     " "sv,      "\u0085"sv,
    "\u00A0"sv, "\u1680"sv, "\u2000"sv, "\u2001"sv, "\u2002"sv, "\u2003"sv, "\u2004"sv,
    "\u2005"sv, "\u2006"sv, "\u2007"sv, "\u2008"sv, "\u2009"sv, "\u200A"sv, "\u2028"sv,
    "\u2029"sv, "\u202F"sv, "\u205F"sv, "\u3000"sv, "\uFEFF"sv,
};

bool continues_code_point(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::string_view trim_end(std::string_view text) {
    for (;;) {
        const auto space = std::ranges::find_if(
            white_space, [&](std::string_view candidate) { return text.ends_with(candidate); });
        if (space == white_space.end())
            return text;
        text.remove_suffix(space->size());
    }
}

std::string_view trim(std::string_view text) {
    text = trim_end(text);
    for (;;) {
        const auto space = std::ranges::find_if(
            white_space, [&](std::string_view candidate) { return text.starts_with(candidate); });
        if (space == white_space.end())
            return text;
        text.remove_prefix(space->size());
    }
}

std::string clip(std::string_view text, std::size_t max_bytes) {
    if (text.size() <= max_bytes)
        return std::string(text);
    auto end = max_bytes;
    while (end > 0 && continues_code_point(text[end]))
        --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace malgil::call
