#pragma once

#include <cstddef>
#include <string_view>

/// What codepoints are to the shaper. Ranges are those of Unicode 16, rounded to blocks where
/// nothing else is in them.
namespace malgil::shell {

/// How text of a script is cut into pieces that the browser must set as a whole.
enum class Shaping {
    none,           // codepoint by codepoint: Latin, Cyrillic, Hangul, Kana, Han, …
    cluster,        // marks stack on a base, but neighbours do not change: Thai, Khmer, Tibetan, …
    word,           // letters change with their neighbours: Devanagari and its kin, Mongolian, …
    right_to_left,  // whole runs, for their order: Hebrew, Arabic and its kin
};

[[nodiscard]] Shaping shaping(char32_t codepoint);

/// Shown in colours unless a variation selector says otherwise (Emoji_Presentation).
[[nodiscard]] bool is_emoji(char32_t codepoint);

[[nodiscard]] bool is_private_use(char32_t codepoint);

/// The end of the grapheme cluster that starts at `begin`, by the rules of UAX #29 as far as
/// drawing goes: https://www.unicode.org/reports/tr29/#Grapheme_Cluster_Boundary_Rules
[[nodiscard]] std::size_t cluster_end(std::u32string_view text, std::size_t begin);

/// Whether a cluster is drawn in colours: of emoji, and not told to be text (U+FE0E).
[[nodiscard]] bool is_emoji_cluster(std::u32string_view cluster);

}  // namespace malgil::shell
