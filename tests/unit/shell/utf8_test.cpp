#include "shell/text/utf8.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using malgil::shell::codepoints;
using malgil::shell::utf8;

TEST_CASE("text of every length of encoding survives the way there and back") {
    const std::string text = "a\u00e9\ud55c\U0001F44B\U0010FFFF";

    const std::u32string decoded = codepoints(text);

    CHECK(decoded == U"a\u00e9\ud55c\U0001F44B\U0010FFFF");
    CHECK(utf8(decoded) == text);
}

TEST_CASE("what is not UTF-8 becomes replacement characters, and what follows is kept") {
    CHECK(codepoints("\xff"
                     "a") == U"\ufffda");
    CHECK(codepoints("\xed\x95"
                     "a") == U"\ufffda");                               // cut short
    CHECK(codepoints("\xc0\x80").find(U'\0') == std::u32string::npos);  // overlong
    CHECK(codepoints("\xed\xa0\x80") == U"\ufffd");                     // a surrogate
    CHECK(codepoints("\xf4\x90\x80\x80") == U"\ufffd");                 // beyond U+10FFFF
    CHECK(codepoints("\xe2\x82") == U"\ufffd");                         // cut short at the end
}

TEST_CASE("a number that is no codepoint is written as a replacement character") {
    CHECK(utf8(char32_t{0xD800}) == "\ufffd");
    CHECK(utf8(char32_t{0x110000}) == "\ufffd");
}
