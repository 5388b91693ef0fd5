#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <imgui_internal.h>

#include <string>
#include <utility>
#include <vector>

using namespace malgil;
using frame::Role;
using test::Page;

namespace {

ImRect box_of(const frame::Rect& rect) {
    return {rect.x, rect.y, rect.x + rect.width, rect.y + rect.height};
}

bool is_interactive(const frame::Node& node) {
    return node.role == Role::button || node.role == Role::textbox;
}

/// Everything that a person may be confronted with.
std::vector<std::pair<std::string, call::State>> states() {
    std::vector<std::pair<std::string, call::State>> all;
    const auto add = [&](const std::string& name, call::State state) {
        all.emplace_back(name + ", English", state);
        state.language = call::Language::korean;
        all.emplace_back(name + ", Korean", std::move(state));
    };
    add("lobby", test::in_lobby());

    call::State refused = test::in_lobby();
    refused.media.camera = {.capture = call::Capture::failed, .error = call::CaptureError::refused};
    refused.media.microphone = refused.media.camera;
    refused.form_errors = {.user = protocol::NameError::empty,
                           .channel = protocol::NameError::control_character};
    test::give_notice(refused, call::NoticeKind::user_id_taken);
    add("lobby, refused", refused);

    call::State calling = test::in_lobby();
    calling.phase = call::Phase::calling;
    calling.user = calling.channel = test::longest_name();
    calling.signaling.state = call::SignalingState::waiting;
    add("calling", calling);

    add("alone", test::in_call({}));
    add("two", test::in_call({"bob"}));

    call::State many = test::in_call({"bob", "chae", "dora", "eve", "fay", "gil", "hana"});
    many.roster.push_back(test::peer(test::longest_name()));
    many.channel = test::longest_name();
    many.roster[2].sends_video = false;
    many.chat.messages.push_back(test::message("", test::longest_name()));
    test::give_notice(many, call::NoticeKind::peer_joined, call::Severity::status,
                      test::longest_name());
    test::give_notice(many, call::NoticeKind::server_away);
    test::give_notice(many, call::NoticeKind::camera_refused);
    add("many", many);
    return all;
}

const std::vector<ImVec2> sizes{{390, 844}, {1280, 800}, {1920, 1080}, {844, 390},
                                {320, 568}, {640, 400},  {720, 600}};

void check_layout(const Page& page) {
    const ImRect viewport({0, 0}, page.size());
    const auto& nodes = page.recorder().nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const frame::Node& node = nodes[i];
        if (!is_interactive(node) || node.out_of_view)
            continue;
        INFO(node.name << " at " << node.rect.x << ' ' << node.rect.y << ' ' << node.rect.width
                       << ' ' << node.rect.height);
        const ImRect box = box_of(node.rect);
        // The lobby scrolls down; nothing ever scrolls sideways.
        CHECK(box.Min.x >= 0);
        CHECK(box.Max.x <= viewport.Max.x);
        if (page.state.phase == call::Phase::in_call)
            CHECK(viewport.Contains(box));
        const bool scrolls =
            page.ui.panel == ui::Panel::settings || page.ui.panel == ui::Panel::statistics;
        if (node.role == Role::button) {
            CHECK(box.GetWidth() >= 44);
            CHECK((scrolls || box.GetHeight() >= 44));
        }
        for (std::size_t other = i + 1; other < nodes.size(); ++other) {
            INFO("and " << nodes[other].name);
            if (is_interactive(nodes[other]))
                CHECK_FALSE(box.Overlaps(box_of(nodes[other].rect)));
        }
    }
    for (const frame::VideoPlace& place : page.recorder().video_places()) {
        if (!place.visible)
            continue;
        INFO("picture of " << place.user_id);
        CHECK(place.rect.width >= 40);
        CHECK(place.rect.height >= 40);
        if (page.state.phase == call::Phase::in_call)
            CHECK(viewport.Contains(box_of(place.rect)));
    }
}

}  // namespace

TEST_CASE("nothing overlaps or leaves the page, in every size") {
    const auto [name, state] = GENERATE(from_range(states()));
    const ImVec2 size = GENERATE(from_range(sizes));
    const std::optional<ui::Panel> panel = GENERATE(values<std::optional<ui::Panel>>(
        {{}, ui::Panel::chat, ui::Panel::settings, ui::Panel::statistics}));
    const ui::ControlRow row =
        GENERATE(ui::ControlRow::none, ui::ControlRow::more, ui::ControlRow::reactions);
    Page page(size);
    page.state = state;
    page.ui.panel = panel;
    page.ui.row = row;
    page.settle();
    INFO(name << " at " << size.x << " × " << size.y);
    check_layout(page);
}

TEST_CASE("texts stay within the page") {
    const auto [name, state] = GENERATE(from_range(states()));
    const ImVec2 size = GENERATE(from_range(sizes));
    Page page(size);
    page.state = state;
    page.settle();
    INFO(name << " at " << size.x << " × " << size.y);
    for (const frame::Node& node : page.recorder().nodes()) {
        INFO(node.name);
        CHECK(node.rect.x >= 0);
        CHECK(node.rect.x + node.rect.width <= size.x);
    }
}

TEST_CASE("what is drawn stays within the page, too") {
    const auto [name, state] = GENERATE(from_range(states()));
    Page page(GENERATE(from_range(sizes)));
    page.state = state;
    page.settle();
    INFO(name << " at " << page.size().x << " × " << page.size().y);
    float left = 0;
    float right = 0;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
        for (const ImDrawVert& vertex : list->VtxBuffer) {
            left = std::min(left, vertex.pos.x);
            right = std::max(right, vertex.pos.x);
        }
    // A pixel for the soft edges.
    CHECK(left >= -1);
    CHECK(right <= page.size().x + 1);
}

TEST_CASE("nothing is drawn where a picture lies") {
    // What stands on a picture on purpose, its name, is left out by the middle of the picture.
    Page page(GENERATE(ImVec2(390, 844), ImVec2(1280, 800)));
    page.state = test::in_call({"bob"});
    page.state.roster[0].sends_video = GENERATE(false, true);
    page.settle();
    for (const frame::VideoPlace& place : page.recorder().video_places()) {
        if (!place.visible)
            continue;
        const ImVec2 middle = box_of(place.rect).GetCenter();
        for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
            for (const ImDrawCmd& command : list->CmdBuffer) {
                if (!ImRect(command.ClipRect).Contains(middle))
                    continue;
                for (unsigned i = 0; i < command.ElemCount; i += 3) {
                    const auto corner = [&](unsigned which) {
                        const ImDrawIdx index =
                            list->IdxBuffer[static_cast<int>(command.IdxOffset + i + which)];
                        return list->VtxBuffer[static_cast<int>(command.VtxOffset) + index].pos;
                    };
                    INFO("picture of " << place.user_id);
                    REQUIRE_FALSE(ImTriangleContainsPoint(corner(0), corner(1), corner(2), middle));
                }
            }
    }
}

TEST_CASE("the edges that a phone keeps for itself stay free") {
    Page page({390, 844});
    page.around.inset_top = 47;
    page.around.inset_bottom = 34;
    page.around.inset_left = 10;
    page.around.inset_right = 12;
    page.state = GENERATE(test::in_lobby(), test::in_call({"bob", "chae"}));
    page.ui.panel = GENERATE(ui::Panel::none, ui::Panel::chat, ui::Panel::settings);
    page.settle();
    const ImRect safe(10, 47, 390 - 12, 844 - 34);
    for (const frame::Node& node : page.recorder().nodes()) {
        INFO(node.name);
        if (is_interactive(node) && !node.out_of_view)
            CHECK(safe.Contains(box_of(node.rect)));
    }
    for (const frame::VideoPlace& place : page.recorder().video_places())
        if (place.visible)
            CHECK(safe.Contains(box_of(place.rect)));
}

TEST_CASE("a name of sixty-four wide characters is cut where it is drawn, and read out whole") {
    Page page;
    page.state = test::in_call({test::longest_name()});
    page.settle();
    const frame::Node& name = page.node(Role::text, test::longest_name());
    const frame::Rect tile = page.recorder().video_places()[0].rect;
    CHECK(box_of(tile).Contains(box_of(name.rect)));
}
