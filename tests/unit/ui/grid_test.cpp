#include "client/ui/grid.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace malgil::ui;
using Catch::Generators::values;

namespace {

const ImRect wide(10, 20, 1010, 620);
const ImRect upright(0, 0, 390, 700);

}  // namespace

TEST_CASE("tiles lie within the box and apart from each other") {
    const ImRect box = GENERATE(wide, upright);
    const auto tiles = GENERATE(values<std::size_t>({1, 2, 3, 4, 5, 6, 7, 8}));
    const auto boxes = tile_grid(box, tiles, 8);
    REQUIRE(boxes.size() == tiles);
    for (std::size_t i = 0; i < tiles; ++i) {
        CHECK(box.Contains(boxes[i]));
        CHECK(boxes[i].GetWidth() > 80);
        for (std::size_t other = i + 1; other < tiles; ++other)
            CHECK_FALSE(boxes[i].Overlaps(boxes[other]));
    }
}

TEST_CASE("one tile fills the box") {
    const auto boxes = tile_grid(wide, 1, 8);
    REQUIRE(boxes.size() == 1);
    CHECK(boxes[0].GetSize().x == wide.GetWidth());
    CHECK(boxes[0].GetSize().y == wide.GetHeight());
}

TEST_CASE("two tiles stand beside each other in a wide box, below in an upright one") {
    const auto beside = tile_grid(wide, 2, 8);
    CHECK(beside[0].Min.y == beside[1].Min.y);
    const auto below = tile_grid(upright, 2, 8);
    CHECK(below[0].Min.x == below[1].Min.x);
}

TEST_CASE("a last row that is not full leaves the corner free") {
    const auto boxes = tile_grid(wide, 5, 8);
    CHECK(boxes[4].Max.x < boxes[2].Max.x);
    CHECK(boxes[3].Min.x == boxes[0].Min.x);
}

TEST_CASE("no tiles, no boxes") {
    CHECK(tile_grid(wide, 0, 8).empty());
}
