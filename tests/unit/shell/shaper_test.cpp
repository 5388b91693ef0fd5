#include "shell/text/shaper.hpp"

#include "shell/text/clusters.hpp"
#include "shell/text/utf8.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace malgil::shell;

namespace {

/// What is drawn for each codepoint of the shaped text, in order.
std::vector<std::string> pieces(std::string_view text) {
    ClusterTable table;
    std::vector<std::string> result;
    for (const char32_t c : codepoints(shape(text, table))) {
        const Cluster* cluster = table.find(c);
        result.push_back(cluster != nullptr ? "[" + cluster->text + "]" : utf8(c));
    }
    return result;
}

std::string joined(std::string_view text) {
    std::string result;
    for (const std::string& piece : pieces(text))
        result += piece;
    return result;
}

}  // namespace

TEST_CASE("text that is drawn codepoint by codepoint stays as it is") {
    for (const std::string_view text :
         {"", "hello, world", "안녕하세요", "こんにちは", "你好", "Привет", "déjà vu — “ok”…"}) {
        ClusterTable table;
        CHECK(shape(text, table) == text);
        CHECK(table.find(ClusterTable::first) == nullptr);
    }
}

TEST_CASE("only what belongs together is put together") {
    CHECK(joined("안녕 👋🏽!") == "안녕 [👋🏽]!");
    CHECK(joined("cafe\u0301 x") == "caf[e\u0301] x");
    CHECK(joined("👨‍👩‍👧🇰🇷") == "[👨‍👩‍👧][🇰🇷]");
}

TEST_CASE("words of scripts whose letters join are drawn as a whole, and wrap between words") {
    CHECK(joined("नमस्ते दुनिया") == "[नमस्ते] [दुनिया]");
}

TEST_CASE("clusters of scripts that only stack are drawn one by one") {
    CHECK(joined("สวัสดี") == "[ส][วั][ส][ดี]");
}

TEST_CASE(
    "a run from right to left is one piece with its spaces, so that its words keep their order") {
    CHECK(joined("hi שלום עולם!") == "hi [שלום עולם]!");
    CHECK(joined("مرحبا بالعالم") == "[مرحبا بالعالم]");
}

TEST_CASE("a run from right to left has the direction of its script") {
    ClusterTable table;
    const std::u32string shaped = codepoints(shape("שלום", table));
    REQUIRE(shaped.size() == 1);
    CHECK(table.find(shaped.front())->right_to_left);
}

TEST_CASE("a long run from right to left is broken between words") {
    std::string text = "שלום";
    for (int i = 0; i < 20; ++i)
        text += " עולם";

    const std::vector<std::string> parts = pieces(text);

    CHECK(parts.size() > 2);
    for (const std::string& part : parts)
        CHECK(codepoints(part).size() <= 34);  // 32 and the brackets
}

TEST_CASE("a word without end is broken all the same") {
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += "ש";
    for (const std::string& part : pieces(text))
        CHECK(codepoints(part).size() <= 34);
}

TEST_CASE("private-use codepoints from outside are never taken for an icon or a cluster") {
    ClusterTable table;
    const std::string from_outside = "\ue000\ue400\U000F0000";

    const std::u32string shaped = codepoints(shape(from_outside, table));

    REQUIRE(shaped.size() == 3);
    CHECK(table.find(shaped[0])->text == "\ue000");
    CHECK(table.find(shaped[1])->text == "\ue400");
    CHECK(table.find(shaped[2])->text == "\U000F0000");
}

TEST_CASE("text that is not UTF-8 is shaped without harm") {
    ClusterTable table;
    CHECK_FALSE(shape("\xff\xf0\x9f \xed\xa0\x80 👋🏽", table).empty());
}
