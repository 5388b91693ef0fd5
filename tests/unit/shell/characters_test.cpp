#include "shell/text/characters.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

using namespace malgil::shell;

namespace {

/// The lengths of the clusters that the text falls into.
std::vector<std::size_t> clusters(std::u32string_view text) {
    std::vector<std::size_t> lengths;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = cluster_end(text, at);
        lengths.push_back(end - at);
        at = end;
    }
    return lengths;
}

using Lengths = std::vector<std::size_t>;

}  // namespace

TEST_CASE("letters without marks are clusters of their own") {
    CHECK(clusters(U"ab \ud55c\uae00") == Lengths{1, 1, 1, 1, 1});
}

TEST_CASE("a base and its marks are one cluster") {
    CHECK(clusters(U"e\u0301x") == Lengths{2, 1});
    CHECK(clusters(U"\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35") == Lengths{1, 2, 1, 2});
}

TEST_CASE("emoji keep their skin tone, their presentation and what they are joined to") {
    CHECK(clusters(U"\U0001F44B\U0001F3FD!") == Lengths{2, 1});
    CHECK(clusters(U"\u2764\ufe0f\u2764\ufe0e") == Lengths{2, 2});
    CHECK(clusters(U"\U0001F468\u200d\U0001F469\u200d\U0001F467\U0001F600") == Lengths{5, 1});
}

TEST_CASE("two regional letters are one flag, and four are two") {
    CHECK(clusters(U"\U0001F1F0\U0001F1F7") == Lengths{2});
    CHECK(clusters(U"\U0001F1F0\U0001F1F7\U0001F1EB\U0001F1F7") == Lengths{2, 2});
}

TEST_CASE("conjoining Jamo are one syllable") {
    CHECK(clusters(U"\u1112\u1161\u11ab\u1100\u1173\u11af") == Lengths{3, 3});
    CHECK(clusters(U"\ud558\u11ab\ud558") == Lengths{2, 1});  // LV and T
}

TEST_CASE("coloured is what is an emoji, or told to be one, and not told to be text") {
    CHECK(is_emoji_cluster(U"\U0001F600"));
    CHECK(is_emoji_cluster(U"\u2764\ufe0f"));
    CHECK(is_emoji_cluster(U"\u261d\U0001F3FD"));
    CHECK_FALSE(is_emoji_cluster(U"\u2764"));
    CHECK_FALSE(is_emoji_cluster(U"\U0001F600\ufe0e"));
    CHECK_FALSE(is_emoji_cluster(U"e\u0301"));
}

TEST_CASE("scripts are set as their letters want it") {
    CHECK(shaping(U'a') == Shaping::none);
    CHECK(shaping(U'\uac00') == Shaping::none);
    CHECK(shaping(U'\u0416') == Shaping::none);
    CHECK(shaping(U'\u05d0') == Shaping::right_to_left);
    CHECK(shaping(U'\u0645') == Shaping::right_to_left);
    CHECK(shaping(U'\u0928') == Shaping::word);
    CHECK(shaping(U'\u0e2a') == Shaping::cluster);
}
