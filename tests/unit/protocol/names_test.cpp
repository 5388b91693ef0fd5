#include "server/protocol/names.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace malgil::protocol;

namespace {

std::string repeat(std::string_view what, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += what;
    return all;
}

/// What is wrong with a name that must be wrong.
NameError fault(std::string_view name) {
    const auto checked = check_name(name);
    REQUIRE_FALSE(checked);
    return checked.error();
}

}  // namespace

TEST_CASE("a name may be in any script") {
    for (const char* name : {"alice", "안녕하세요", "こんにちは", "Привет", "👋🏽", "a b", "…"})
        CHECK(check_name(name));
}

TEST_CASE("a name has 1 to 64 characters, however many bytes each takes") {
    CHECK(fault("") == NameError::empty);
    CHECK(check_name(repeat("x", 64)));
    CHECK(check_name(repeat("말", 64)));
    CHECK(check_name(repeat("👋", 64)));
    CHECK(fault(repeat("x", 65)) == NameError::too_long);
    CHECK(fault(repeat("말", 65)) == NameError::too_long);
}

TEST_CASE("a name has no control characters") {
    using namespace std::string_view_literals;
    for (const auto name : {"a\nb"sv, "\t"sv, "a\0"sv, "\x7F"sv, "\u0080"sv, "\u009F"sv})
        CHECK(fault(name) == NameError::control_character);
    CHECK(check_name("\u00A0"));
}

TEST_CASE("a name is valid UTF-8") {
    for (const char* name :
         {"\x80", "\xC0\xAF", "\xC1\xBF", "\xC3", "\xE0\x80\xAF", "\xED\xA0\x80", "\xEB\xA7",
          "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xE9z"})
        CHECK(fault(name) == NameError::not_utf8);
    CHECK(check_name("\xF4\x8F\xBF\xBF"));
}

TEST_CASE("names are compared byte by byte") {
    const auto composed = UserId::parse("\u00E9");
    const auto decomposed = UserId::parse("e\u0301");
    REQUIRE((composed && decomposed));
    CHECK(*composed != *decomposed);
    CHECK(*UserId::parse("bob") > *UserId::parse("alice"));
}
