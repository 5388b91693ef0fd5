#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace malgil::shell {

/// A piece of text that is drawn as one glyph.
struct Cluster {
    std::string text;  // UTF-8
    bool emoji = false;
    bool right_to_left = false;
};

/// Private-use codepoints that stand for clusters and words, given out as they come up. Dear ImGui
/// has a table per size that reaches to the greatest codepoint in use, so they start in the Basic
/// Multilingual Plane (after the icons), and go on in planes 15 and 16.
class ClusterTable {
public:
    static constexpr char32_t first = 0xE400;

    /// The same text has the same codepoint. U+FFFD when all are given out (137,000).
    [[nodiscard]] char32_t codepoint_of(Cluster cluster);

    /// nullptr for a codepoint that stands for none.
    [[nodiscard]] const Cluster* find(char32_t codepoint) const;

private:
    std::vector<Cluster> clusters_;  // by the order of their codepoints
    std::map<std::string, char32_t, std::less<>> codepoints_;
};

}  // namespace malgil::shell
