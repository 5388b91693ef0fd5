#include "shell/text/clusters.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using malgil::shell::ClusterTable;

TEST_CASE("a cluster is found again by the codepoint that stands for it") {
    ClusterTable table;

    const char32_t wave = table.codepoint_of({.text = "👋🏽", .emoji = true});
    const char32_t word = table.codepoint_of({.text = "مرحبا", .right_to_left = true});

    REQUIRE(table.find(wave) != nullptr);
    CHECK(table.find(wave)->text == "👋🏽");
    CHECK(table.find(wave)->emoji);
    REQUIRE(table.find(word) != nullptr);
    CHECK(table.find(word)->right_to_left);
}

TEST_CASE("the same text has the same codepoint") {
    ClusterTable table;
    const char32_t first = table.codepoint_of({.text = "é"});
    CHECK(table.codepoint_of({.text = "ö"}) != first);
    CHECK(table.codepoint_of({.text = "é"}) == first);
}

TEST_CASE("codepoints that stand for nothing are not found") {
    const ClusterTable table;
    for (const char32_t c : {U'a', U'\ue000', ClusterTable::first, U'\U000F0000', U'\U0001F600'})
        CHECK(table.find(c) == nullptr);
}

TEST_CASE("codepoints go on in the supplementary planes, and end in replacement characters") {
    ClusterTable table;
    std::set<char32_t> given;
    char32_t c = 0;
    for (int i = 0; (c = table.codepoint_of({.text = std::to_string(i)})) != 0xFFFD; ++i) {
        REQUIRE(table.find(c) != nullptr);
        REQUIRE(table.find(c)->text == std::to_string(i));
        REQUIRE(((c >= ClusterTable::first && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD)));
        given.insert(c);
    }
    CHECK(given.size() > 130'000);
    CHECK(table.codepoint_of({.text = "0"}) == ClusterTable::first);
}
