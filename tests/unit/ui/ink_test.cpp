#include "shell/frame/ink.hpp"

#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui.h>

#include <algorithm>
#include <functional>
#include <vector>

using namespace malgil;
using frame::PixelRect;
using frame::VideoPlace;

namespace {

/// A drawing of 160 × 96 CSS pixels, ten by six cells, without any window's ground.
class Drawing {
public:
    explicit Drawing(float ratio = 1) {
        ImGui::GetIO().DisplaySize = {160, 96};
        ImGui::GetIO().DisplayFramebufferScale = {ratio, ratio};
    }

    std::vector<PixelRect> parts(const std::vector<VideoPlace>& pictures,
                                 const std::function<void(ImDrawList&)>& draw = {}) {
        page_.recorder().begin_frame();
        ImGui::NewFrame();
        if (draw)
            draw(*ImGui::GetForegroundDrawList());
        ImGui::Render();
        test::take_textures();
        return frame::parts_with_ink(*ImGui::GetDrawData(), pictures);
    }

    /// Of what is drawn over a picture that fills all of it.
    std::vector<PixelRect> parts_over_picture(const std::function<void(ImDrawList&)>& draw) {
        return parts({{.user_id = "bob", .rect = {0, 0, 160, 96}}}, draw);
    }

private:
    test::Page page_;
};

VideoPlace picture(frame::Rect rect) {
    return {.user_id = "bob", .rect = rect};
}

bool holds(const std::vector<PixelRect>& parts, int x, int y) {
    return std::ranges::any_of(parts, [&](const PixelRect& part) {
        return x >= part.x && x < part.x + part.width && y >= part.y && y < part.y + part.height;
    });
}

int area(const std::vector<PixelRect>& parts) {
    int sum = 0;
    for (const PixelRect& part : parts)
        sum += part.width * part.height;
    return sum;
}

constexpr ImU32 ink = IM_COL32(255, 255, 255, 255);

}  // namespace

TEST_CASE("without a picture the canvas stays as it is") {
    Drawing drawing;
    CHECK(drawing.parts({}).empty());
    VideoPlace unseen = picture({0, 0, 160, 96});
    unseen.visible = false;
    CHECK(drawing.parts({unseen}).empty());
}

TEST_CASE("what is clear over a picture is left out, what is beside it is not") {
    Drawing drawing;
    const auto parts = drawing.parts({picture({32, 32, 64, 32})});
    CHECK_FALSE(holds(parts, 33, 33));
    CHECK_FALSE(holds(parts, 95, 63));
    CHECK(holds(parts, 31, 33));
    CHECK(holds(parts, 96, 63));
    CHECK(holds(parts, 0, 0));
    CHECK(holds(parts, 159, 95));
    CHECK(area(parts) == 160 * 96 - 64 * 32);  // so they do not overlap either
}

TEST_CASE("a cell that a picture does not fill is kept") {
    Drawing drawing;
    const auto parts = drawing.parts({picture({36, 36, 56, 32})});
    CHECK(area(parts) == 160 * 96 - 32 * 16);
    CHECK(holds(parts, 40, 40));
    CHECK_FALSE(holds(parts, 50, 50));
}

TEST_CASE("ink over a picture is kept") {
    Drawing drawing;
    const auto parts = drawing.parts_over_picture(
        [](ImDrawList& list) { list.AddRectFilled({20, 20}, {60, 30}, ink); });
    REQUIRE(parts.size() == 1);
    CHECK(parts.front() == PixelRect{.x = 16, .y = 16, .width = 48, .height = 16});
}

TEST_CASE("what is drawn without colour, or clipped away, is no ink") {
    Drawing drawing;
    const auto parts = drawing.parts_over_picture([](ImDrawList& list) {
        list.AddRectFilled({20, 20}, {60, 30}, ink);
        list.AddTriangleFilled({100, 20}, {140, 20}, {120, 60}, IM_COL32(255, 255, 255, 0));
        list.PushClipRect({0, 0}, {64, 64});
        list.AddRectFilled({50, 50}, {150, 90}, ink);
        list.PopClipRect();
    });
    CHECK(holds(parts, 50, 50));
    CHECK_FALSE(holds(parts, 70, 70));
    CHECK_FALSE(holds(parts, 120, 30));
}

TEST_CASE("a picture that is drawn over everywhere leaves nothing out") {
    Drawing drawing;
    const auto parts = drawing.parts_over_picture(
        [](ImDrawList& list) { list.AddRectFilled({0, 0}, {160, 96}, ink); });
    CHECK(parts.empty());
}

TEST_CASE("a frame around a picture is no ink in its middle") {
    Drawing drawing;
    const auto parts = drawing.parts_over_picture(
        [](ImDrawList& list) { list.AddRect({4, 4}, {156, 92}, ink, 8, 0, 2); });
    CHECK(holds(parts, 4, 48));
    CHECK(holds(parts, 155, 48));
    CHECK_FALSE(holds(parts, 80, 48));
}

TEST_CASE("parts are told in device pixels") {
    Drawing drawing(2);
    const auto parts = drawing.parts({picture({32, 32, 64, 32})});
    CHECK(area(parts) == 4 * (160 * 96 - 64 * 32));
    CHECK(holds(parts, 63, 80));
    CHECK_FALSE(holds(parts, 64, 80));
    CHECK(holds(parts, 319, 191));
}

TEST_CASE("at a ratio that is no whole number the parts fill the canvas to its edges") {
    Drawing drawing(1.25F);
    const auto parts = drawing.parts({picture({40, 40, 40, 40})});
    CHECK(holds(parts, 199, 119));
    for (const PixelRect& part : parts) {
        CHECK(part.x + part.width <= 200);
        CHECK(part.y + part.height <= 120);
    }
}

TEST_CASE("most of the other's picture in a call is clear, in few parts") {
    test::Page page;
    page.state = test::in_call({"bob"});
    page.settle();
    const auto parts = frame::parts_with_ink(*ImGui::GetDrawData(), page.recorder().video_places());
    float pictures = 0;
    for (const VideoPlace& place : page.recorder().video_places())
        if (place.visible && !place.self)
            pictures += place.rect.width * place.rect.height;
    REQUIRE(pictures > 0);
    const auto left_out = static_cast<float>(1280 * 800 - area(parts));
    CHECK(left_out > 0.8F * pictures);
    CHECK(parts.size() < 40);
}
