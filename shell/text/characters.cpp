#include "shell/text/characters.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace malgil::shell {

namespace {

struct Range {
    char32_t first, last;
};

constexpr char32_t joiner = 0x200D;
constexpr char32_t text_style = 0xFE0E;
constexpr char32_t emoji_style = 0xFE0F;

// Each table is ordered.
constexpr bool contains(std::span<const Range> ranges, char32_t c) {
    const auto found = std::ranges::lower_bound(ranges, c, {}, &Range::last);
    return found != ranges.end() && found->first <= c;
}

constexpr auto right_to_left = std::to_array<Range>(
    {{0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFC}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}});

constexpr auto by_word = std::to_array<Range>({{0x0900, 0x0DFF},  // Devanagari … Sinhala
                                               {0x1000, 0x109F},  // Myanmar
                                               {0x1800, 0x18AF},  // Mongolian
                                               {0x1B00, 0x1BFF},  // Balinese …
                                               {0xA800, 0xA82F},
                                               {0xA840, 0xA8FF},
                                               {0xA930, 0xA9FF},
                                               {0xAA60, 0xAA7F},
                                               {0x11000, 0x11FFF}});  // Brahmi and its kin

constexpr auto by_cluster = std::to_array<Range>({{0x0E00, 0x0FFF},  // Thai, Lao, Tibetan
                                                  {0x1700, 0x17FF},  // Khmer …
                                                  {0x1900, 0x1AAF},
                                                  {0x1C00, 0x1C4F},
                                                  {0xA900, 0xA92F},
                                                  {0xAA00, 0xAA5F},
                                                  {0xAA80, 0xAADF}});

// Marks of the scripts set codepoint by codepoint, and of emoji.
constexpr auto extending = std::to_array<Range>({{0x0300, 0x036F},
                                                 {0x0483, 0x0489},
                                                 {0x1AB0, 0x1AFF},
                                                 {0x1DC0, 0x1DFF},
                                                 {0x20D0, 0x20FF},
                                                 {0x2CEF, 0x2CF1},
                                                 {0x302A, 0x302F},
                                                 {0x3099, 0x309A},
                                                 {0xA66F, 0xA672},
                                                 {0xA674, 0xA67D},
                                                 {0xFE00, 0xFE0F},
                                                 {0xFE20, 0xFE2F},
                                                 {0x1F3FB, 0x1F3FF},
                                                 {0xE0020, 0xE007F},
                                                 {0xE0100, 0xE01EF}});

// Marks of the scripts set by cluster.
constexpr auto stacking = std::to_array<Range>(
    {{0x0E31, 0x0E31}, {0x0E33, 0x0E3A}, {0x0E47, 0x0E4E}, {0x0EB1, 0x0EB1}, {0x0EB3, 0x0EBC},
     {0x0EC8, 0x0ECE}, {0x0F18, 0x0F19}, {0x0F35, 0x0F35}, {0x0F37, 0x0F37}, {0x0F39, 0x0F39},
     {0x0F3E, 0x0F3F}, {0x0F71, 0x0F84}, {0x0F86, 0x0F87}, {0x0F8D, 0x0FBC}, {0x0FC6, 0x0FC6},
     {0x1712, 0x1715}, {0x1732, 0x1734}, {0x1752, 0x1753}, {0x1772, 0x1773}, {0x17B4, 0x17D3},
     {0x17DD, 0x17DD}, {0x1920, 0x193B}, {0x1A17, 0x1A1B}, {0x1A55, 0x1A7F}, {0x1C24, 0x1C37},
     {0xA926, 0xA92D}, {0xAA29, 0xAA36}, {0xAA43, 0xAA43}, {0xAA4C, 0xAA4D}, {0xAAB0, 0xAAB0},
     {0xAAB2, 0xAAB4}, {0xAAB7, 0xAAB8}, {0xAABE, 0xAABF}, {0xAAC1, 0xAAC1}});

constexpr auto emoji = std::to_array<Range>(
    {{0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},   {0x23F3, 0x23F3},
     {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
     {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},
     {0x26C4, 0x26C5},   {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},
     {0x26F2, 0x26F3},   {0x26F5, 0x26F5},   {0x26FA, 0x26FA},   {0x26FD, 0x26FD},
     {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},
     {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
     {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},
     {0x2B55, 0x2B55},   {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
     {0x1F191, 0x1F19A}, {0x1F1E6, 0x1F1FF}, {0x1F201, 0x1F201}, {0x1F21A, 0x1F21A},
     {0x1F22F, 0x1F22F}, {0x1F232, 0x1F236}, {0x1F238, 0x1F23A}, {0x1F250, 0x1F251},
     {0x1F300, 0x1F320}, {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393},
     {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4},
     {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D},
     {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567}, {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596},
     {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC},
     {0x1F6D0, 0x1F6D2}, {0x1F6D5, 0x1F6D7}, {0x1F6DC, 0x1F6DF}, {0x1F6EB, 0x1F6EC},
     {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7EB}, {0x1F7F0, 0x1F7F0}, {0x1F90C, 0x1F93A},
     {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAFF}});

constexpr bool is_regional(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

// Conjoining Jamo: a syllable block of several. GB6 to GB8.
constexpr bool is_leading(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0xA960 && c <= 0xA97C);
}

constexpr bool is_vowel(char32_t c) {
    return (c >= 0x1160 && c <= 0x11A7) || (c >= 0xD7B0 && c <= 0xD7C6);
}

constexpr bool is_trailing(char32_t c) {
    return (c >= 0x11A8 && c <= 0x11FF) || (c >= 0xD7CB && c <= 0xD7FB);
}

constexpr bool is_syllable(char32_t c) {
    return c >= 0xAC00 && c <= 0xD7A3;
}

constexpr bool joins_jamo(char32_t before, char32_t c) {
    if (is_leading(before))
        return is_leading(c) || is_vowel(c) || is_syllable(c);
    const bool open = is_vowel(before) || (is_syllable(before) && (before - 0xAC00) % 28 == 0);
    if (open && is_vowel(c))
        return true;
    return (open || is_trailing(before) || is_syllable(before)) && is_trailing(c);
}

}  // namespace

Shaping shaping(char32_t codepoint) {
    if (codepoint < 0x0590)
        return Shaping::none;
    if (contains(right_to_left, codepoint))
        return Shaping::right_to_left;
    if (contains(by_word, codepoint))
        return Shaping::word;
    return contains(by_cluster, codepoint) ? Shaping::cluster : Shaping::none;
}

bool is_emoji(char32_t codepoint) {
    return contains(emoji, codepoint);
}

bool is_private_use(char32_t codepoint) {
    return (codepoint >= 0xE000 && codepoint <= 0xF8FF) || codepoint >= 0xF0000;
}

std::size_t cluster_end(std::u32string_view text, std::size_t begin) {
    std::size_t end = begin + 1;
    if (is_regional(text[begin]) && end < text.size() && is_regional(text[end]))
        ++end;  // two letters are one flag: GB12
    while (end < text.size()) {
        const char32_t before = text[end - 1];
        const char32_t c = text[end];
        const bool joined = before == joiner && (c >= 0x2190 && !contains(extending, c));
        if (c != joiner && !joined && !contains(extending, c) && !contains(stacking, c) &&
            !joins_jamo(before, c))
            break;
        ++end;
    }
    return end;
}

bool is_emoji_cluster(std::u32string_view cluster) {
    if (cluster.contains(text_style))
        return false;
    return is_emoji(cluster.front()) || cluster.contains(emoji_style) ||
           (cluster.size() > 1 && cluster[1] >= 0x1F3FB && cluster[1] <= 0x1F3FF);
}

}  // namespace malgil::shell
