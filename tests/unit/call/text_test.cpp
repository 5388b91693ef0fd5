#include "client/call/text.hpp"

#include <catch2/catch_test_macros.hpp>

namespace malgil::call {
namespace {

TEST_CASE("white space of every kind is trimmed, and only at the ends") {
    CHECK(trim("alice") == "alice");
    CHECK(trim(" \t\r\n\v\f alice and bob "
               "\u0085\u00A0\u1680\u2003\u2028\u2029\u202F\u205F\u3000\uFEFF") == "alice and bob");
    CHECK(trim("\u3000\u200A말 길\u2000") == "말 길");
    CHECK(trim("\u3000 \n").empty());
    CHECK(trim("").empty());
    CHECK(trim_end("  안녕 \n\u3000") == "  안녕");
}

TEST_CASE("bytes that look like the end of a space are not one") {
    // U+C405 is EC 90 85: its last byte is that of U+0085.
    CHECK(trim("\uC405") == "\uC405");
    CHECK(trim("\xA0") == "\xA0");
}

TEST_CASE("a text is cut between two characters") {
    CHECK(clip("hello", 5) == "hello");
    CHECK(clip("hello", 4) == "hell…");
    CHECK(clip("한글", 5) == "한…");
    CHECK(clip("한글", 2) == "…");
    CHECK(clip("\x80\x80\x80", 2) == "…");
}

}  // namespace
}  // namespace malgil::call
