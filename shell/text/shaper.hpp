#pragma once

#include "shell/text/characters.hpp"
#include "shell/text/clusters.hpp"

#include <string>
#include <string_view>

namespace malgil::shell {

/// Makes text ready for a renderer that draws codepoint by codepoint, from left to right: what must
/// be drawn as a whole becomes one private-use codepoint of the table.
///
/// A run from right to left, with the spaces in it, is one glyph up to 32 clusters, which is about
/// a line of chat; a longer one is several glyphs, broken between words. Private-use codepoints in
/// the text itself are replaced, too: they are never taken for one of the table or an icon.
[[nodiscard]] std::string shape(std::string_view text, ClusterTable& table);

}  // namespace malgil::shell
