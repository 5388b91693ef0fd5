#include "page.hpp"
#include "shell/frame/semantics.hpp"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace malgil;
using frame::Role;

namespace {

/// Any drawing, instead of that of the page's views.
class Canvas {
public:
    Canvas() { ImGui::GetIO().DisplaySize = {200, 100}; }

    void draw(const std::function<void()>& items) {
        recorder().begin_frame();
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({200, 100});
        ImGui::Begin("window", nullptr, ImGuiWindowFlags_NoDecoration);
        items();
        ImGui::End();
        ImGui::Render();
        test::take_textures();
    }

    frame::Recorder& recorder() { return page_.recorder(); }

private:
    test::Page page_;
};

}  // namespace

TEST_CASE("an item with a label becomes a node, a window does not") {
    Canvas canvas;
    canvas.draw([] { ImGui::Button("Press##id", {80, 30}); });

    REQUIRE(canvas.recorder().nodes().size() == 1);
    const frame::Node& node = canvas.recorder().nodes().front();
    CHECK(node.role == Role::button);
    CHECK(node.name == "Press");
    CHECK(node.rect.width == 80);
    CHECK(node.rect.height == 30);
    CHECK_FALSE(node.disabled);
}

TEST_CASE("an item without a visible label becomes no node") {
    Canvas canvas;
    canvas.draw([] { ImGui::InvisibleButton("##id", {80, 30}); });
    CHECK(canvas.recorder().nodes().empty());
}

TEST_CASE("an item that is clipped away becomes no node") {
    Canvas canvas;
    canvas.draw([] {
        ImGui::SetCursorPos({0, 5000});
        ImGui::Button("Far away");
    });
    CHECK(canvas.recorder().nodes().empty());
}

TEST_CASE("what the view says of an item adds to what the hooks know") {
    Canvas canvas;
    ImGuiID id = 0;
    canvas.draw([&] {
        ImGui::Button("Label", {80, 30});
        id = ImGui::GetItemID();
        canvas.recorder().describe_last_item(
            {.id = 12345, .role = Role::option, .name = "Better name", .selected = true});
    });
    const frame::Node* const node = canvas.recorder().find(Role::option, "Better name");
    REQUIRE(node != nullptr);
    CHECK(node->id == id);
    CHECK(node->rect.width == 80);
    CHECK(node->selected == true);
}

TEST_CASE("what is said of a clipped item does not fall on the one before") {
    Canvas canvas;
    canvas.draw([&] {
        ImGui::Button("First");
        ImGui::SetCursorPos({0, 5000});
        ImGui::Button("Clipped");
        canvas.recorder().describe_last_item({.role = Role::option, .name = "Wrong"});
    });
    REQUIRE(canvas.recorder().nodes().size() == 1);
    CHECK(canvas.recorder().nodes().front().name == "First");
}

TEST_CASE("an activated item is pressed in the next frame, once") {
    Canvas canvas;
    bool pressed = false;
    const auto items = [&] { pressed = ImGui::Button("Press"); };
    canvas.draw(items);
    REQUIRE_FALSE(pressed);

    canvas.recorder().activate(canvas.recorder().find(Role::button, "Press")->id);
    canvas.draw(items);
    CHECK(pressed);
    canvas.draw(items);
    CHECK_FALSE(pressed);
}

TEST_CASE("a disabled item is recorded as such and cannot be activated") {
    Canvas canvas;
    bool pressed = false;
    const auto items = [&] {
        ImGui::BeginDisabled();
        pressed = ImGui::Button("Press");
        ImGui::EndDisabled();
    };
    canvas.draw(items);
    REQUIRE(canvas.recorder().find(Role::button, "Press") != nullptr);
    CHECK(canvas.recorder().find(Role::button, "Press")->disabled);

    canvas.recorder().activate(canvas.recorder().find(Role::button, "Press")->id);
    canvas.draw(items);
    CHECK_FALSE(pressed);
}

TEST_CASE("Enter in a text field is told in the next frame, once") {
    Canvas canvas;
    std::string text;
    bool entered = false;
    const auto items = [&] {
        entered = canvas.recorder().add(frame::TextField{.id = 7, .name = "Field", .text = &text});
    };
    canvas.draw(items);
    canvas.recorder().submit(7);
    CHECK_FALSE(entered);
    canvas.draw(items);
    CHECK(entered);
    canvas.draw(items);
    CHECK_FALSE(entered);
}

TEST_CASE("a text field has its place among the nodes, in focus order") {
    Canvas canvas;
    std::string text;
    canvas.draw([&] {
        ImGui::Button("Before");
        canvas.recorder().add(frame::TextField{.id = 7, .name = "Field", .text = &text});
        ImGui::Button("After");
    });
    const auto& nodes = canvas.recorder().nodes();
    REQUIRE(nodes.size() == 3);
    CHECK(nodes[1].role == Role::textbox);
    CHECK(nodes[1].id == 7);
    CHECK(nodes[1].name == "Field");
}

TEST_CASE("what comes between begin and end is inside") {
    Canvas canvas;
    canvas.draw([&] {
        canvas.recorder().begin(frame::Node{.role = Role::group, .name = "Group"});
        ImGui::Button("Inside");
        canvas.recorder().end();
        ImGui::Button("Outside");
    });
    CHECK(canvas.recorder().find(Role::group, "Group")->depth == 0);
    CHECK(canvas.recorder().find(Role::button, "Inside")->depth == 1);
    CHECK(canvas.recorder().find(Role::button, "Outside")->depth == 0);
}

TEST_CASE("the focus arrives once and stays") {
    Canvas canvas;
    canvas.recorder().focus(7);
    canvas.draw([] {});
    CHECK(canvas.recorder().focused(7));
    CHECK(canvas.recorder().focus_arrived(7));
    canvas.draw([] {});
    CHECK(canvas.recorder().focused(7));
    CHECK_FALSE(canvas.recorder().focus_arrived(7));
    canvas.recorder().focus(0);
    canvas.draw([] {});
    CHECK_FALSE(canvas.recorder().focused(7));
}

TEST_CASE("of the wishes for another frame the earliest counts, in this frame only") {
    Canvas canvas;
    canvas.draw([&] {
        canvas.recorder().redraw_in(5);
        canvas.recorder().redraw_in(2);
        canvas.recorder().redraw_in(3);
    });
    CHECK(canvas.recorder().redraw() == 2.0F);
    canvas.draw([] {});
    CHECK_FALSE(canvas.recorder().redraw().has_value());
}
