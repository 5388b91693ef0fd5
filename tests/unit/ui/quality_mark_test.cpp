#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace malgil;
using call::Quality;
using call::QualityReason;
using frame::Role;
using test::Page;

namespace {

bool overlaps(const frame::Rect& a, const frame::Rect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

}  // namespace

TEST_CASE("a tile says how good the connection is, and why it is not") {
    const bool korean = GENERATE(false, true);
    Page page;
    page.state = test::in_call({"bob"});
    page.state.language = korean ? call::Language::korean : call::Language::english;
    page.draw();
    const frame::Rect good =
        page.node(Role::text, korean ? "bob 님과의 연결: 좋음" : "Connection to bob: Good").rect;

    page.state.roster[0].path.mark.shown = {.quality = Quality::poor,
                                            .reason = QualityReason::their_computer};
    page.draw();
    const frame::Rect poor =
        page.node(Role::text, korean ? "bob 님과의 연결: 나쁨: 상대 컴퓨터가 바쁨"
                                     : "Connection to bob: Poor: their computer is busy")
            .rect;
    // The reason stands beside the bars, which stay where they were.
    CHECK(poor.width > good.width);
    CHECK(poor.x + poor.width == good.x + good.width);
}

TEST_CASE("the mark lies in the upper right of its tile, and off one's own picture") {
    Page page(GENERATE(ImVec2(1280, 800), ImVec2(390, 844), ImVec2(320, 568)));
    page.state = test::in_call({"bob", "chae", "dora", "eve", "fay", "gil", "hana"});
    page.state.roster[0].path.mark.shown = {.quality = Quality::fair,
                                            .reason = QualityReason::delay};
    page.ui.panel = ui::Panel::none;
    page.settle();
    const auto& places = page.recorder().video_places();
    const frame::Rect own = places.back().rect;
    for (const frame::Node& node : page.recorder().nodes()) {
        if (!node.name.starts_with("Connection to "))
            continue;
        INFO(node.name);
        bool inside = false;
        for (const frame::VideoPlace& place : places)
            inside = inside ||
                     (!place.self && node.rect.x >= place.rect.x && node.rect.y >= place.rect.y &&
                      node.rect.x + node.rect.width <= place.rect.x + place.rect.width);
        CHECK(inside);
        CHECK_FALSE(overlaps(node.rect, own));
    }
}

TEST_CASE("where there is no connection, nothing is said of its quality") {
    Page page;
    page.state = test::in_call({"bob"});
    page.state.roster[0].state = call::ConnectionState::connecting;
    page.draw();
    CHECK(page.recorder().find(Role::text, "Connection to bob: Good") == nullptr);
}
