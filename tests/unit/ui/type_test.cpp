#include "client/ui/type.hpp"

#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace malgil;
using namespace malgil::ui;

namespace {

/// Measures text outside of a frame.
class Ruler {
public:
    Ruler() { page_.draw(); }

    [[nodiscard]] const View& view() const { return view_; }

private:
    test::Page page_;
    std::vector<call::Intent> intents_;
    View view_{.state = page_.state,
               .ui = page_.ui,
               .around = page_.around,
               .recorder = page_.recorder(),
               .texts = Texts(call::Language::english),
               .intents = intents_,
               .page = {}};
};

}  // namespace

TEST_CASE("a text that fits is left alone") {
    const Ruler ruler;
    CHECK(elided(ruler.view(), body, "short", 500) == "short");
}

TEST_CASE("a text that does not fit is cut between characters, and says so") {
    const Ruler ruler;
    const std::string name = test::longest_name();
    const float width = static_cast<float>(GENERATE(20, 100, 101, 102, 103, 300));
    const std::string cut = elided(ruler.view(), body, name, width);
    CHECK(width_of(ruler.view(), body, cut) <= width);
    REQUIRE(cut.ends_with("…"));
    const std::string kept = cut.substr(0, cut.size() - std::string_view("…").size());
    CHECK(name.starts_with(kept));
    CHECK(kept.size() % std::string_view("漢").size() == 0);
}

TEST_CASE("lines break at spaces, and keep to the width") {
    const Ruler ruler;
    const std::string text = "The quick brown fox jumps over the lazy dog";
    const auto lines = wrapped(ruler.view(), body, text, 100);
    REQUIRE(lines.size() > 1);
    for (const auto line : lines) {
        CHECK(width_of(ruler.view(), body, line) <= 100);
        CHECK_FALSE(line.starts_with(' '));
    }
}

TEST_CASE("a word longer than a line is broken") {
    const Ruler ruler;
    const std::string text(200, 'x');
    const auto lines = wrapped(ruler.view(), body, text, 100);
    std::string joined;
    for (const auto line : lines) {
        CHECK(width_of(ruler.view(), body, line) <= 100);
        joined += line;
    }
    CHECK(joined == text);
}

TEST_CASE("line breaks that were typed are kept, empty lines too") {
    const Ruler ruler;
    const auto lines = wrapped(ruler.view(), body, "one\n\nthree", 500);
    CHECK(lines == std::vector<std::string_view>{"one", "", "three"});
}

TEST_CASE("a column narrower than any character comes to an end all the same") {
    const Ruler ruler;
    CHECK(wrapped(ruler.view(), body, "漢字", 1).size() == 2);
}
