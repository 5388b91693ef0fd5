#include "client/ui/texts.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

using namespace malgil;
using ui::Text;
using ui::Texts;

namespace {

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

nlohmann::json translation(const std::string& language) {
    return nlohmann::json::parse(content(std::filesystem::path(MALGIL_SOURCE_DIR) /
                                         "assets/translations" / (language + ".json")));
}

std::multiset<std::string> placeholders(const std::string& text) {
    std::multiset<std::string> found;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1))
        found.insert(text.substr(open, text.find('}', open) - open + 1));
    return found;
}

}  // namespace

TEST_CASE("both languages have the same placeholders") {
    const auto english = translation("en");
    const auto korean = translation("ko");
    for (const auto& [key, text] : english.items()) {
        INFO(key);
        CHECK_FALSE(text.get<std::string>().empty());
        CHECK_FALSE(korean.at(key).get<std::string>().empty());
        CHECK(placeholders(text) == placeholders(korean.at(key)));
    }
}

TEST_CASE("every text is used") {
    std::string sources;
    const auto folder = std::filesystem::path(MALGIL_SOURCE_DIR) / "client/ui";
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp")
            sources += content(entry.path());
    const auto english = translation("en");
    for (const auto& [key, text] : english.items()) {
        const std::string use = "Text::" + key;
        bool used = false;
        for (auto at = sources.find(use); at != std::string::npos; at = sources.find(use, at + 1)) {
            const char after = sources[at + use.size()];
            used = used || (std::isalnum(static_cast<unsigned char>(after)) == 0 && after != '_');
        }
        INFO(key);
        CHECK(used);
    }
}

TEST_CASE("each language speaks for itself") {
    CHECK(Texts(call::Language::english)(Text::user_id) == "User ID");
    CHECK(Texts(call::Language::korean)(Text::user_id) == "사용자 아이디");
}

TEST_CASE("placeholders are filled, and values are not read as texts") {
    const Texts texts(call::Language::english);
    CHECK(texts(Text::calling_whom,
                {{.name = "channel", .value = "{user}"}, {.name = "user", .value = "al}ice"}}) ==
          "Joining {user} as al}ice.");
}

TEST_CASE("a placeholder without a value vanishes") {
    CHECK(Texts(call::Language::english)(Text::people_many, {}) == " people");
}

TEST_CASE("a time of day is that of the place") {
    using call::Milliseconds;
    CHECK(ui::time_of_day(Milliseconds{0}, 0) == "00:00");
    CHECK(ui::time_of_day(Milliseconds{59'999}, 0) == "00:00");
    CHECK(ui::time_of_day(Milliseconds{0}, 540) == "09:00");
    CHECK(ui::time_of_day(Milliseconds{0}, -1) == "23:59");
    CHECK(ui::time_of_day(Milliseconds{1'700'000'000'000}, 0) == "22:13");
    CHECK(ui::time_of_day(Milliseconds{1'700'000'000'000}, 330) == "03:43");
}

TEST_CASE("each thing that can be wrong with a name has its sentence") {
    const Texts texts(GENERATE(call::Language::english, call::Language::korean));
    using enum protocol::NameError;
    std::set<std::string> sentences;
    for (const auto error : {empty, too_long, not_utf8, control_character}) {
        sentences.insert(ui::user_id_error(texts, error));
        sentences.insert(ui::channel_error(texts, error));
    }
    // Only an empty name is spoken of by its field.
    CHECK(sentences.size() == 5);
    CHECK_FALSE(sentences.contains(""));
}
