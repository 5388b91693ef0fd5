#include "page.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui_internal.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace malgil::test {

namespace {

void append(std::vector<call::Intent>& to, std::vector<call::Intent> from) {
    std::ranges::move(from, std::back_inserter(to));
}

}  // namespace

void take_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

Page::Page(ImVec2 size) : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = size;
    io.DeltaTime = 1.0F / 60;
    io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    ui::apply_theme(ImGui::GetStyle());
    recorder_.attach(*context_);
}

Page::~Page() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
}

void Page::resize(ImVec2 size) {
    ImGui::GetIO().DisplaySize = size;
}

ImVec2 Page::size() const {
    return ImGui::GetIO().DisplaySize;
}

std::vector<call::Intent> Page::draw() {
    recorder_.begin_frame();
    ImGui::NewFrame();
    auto intents = ui::draw(state, ui, around, recorder_);
    ImGui::Render();
    take_textures();
    return intents;
}

void Page::settle() {
    int frames = 0;
    do {
        draw();
        REQUIRE(++frames < 10);
    } while (recorder_.redraw().has_value());
}

std::vector<call::Intent> Page::click(frame::Role role, std::string_view name) {
    recorder_.activate(node(role, name).id);
    return draw();
}

std::vector<call::Intent> Page::enter(std::string_view name) {
    recorder_.submit(field(name).id);
    return draw();
}

std::vector<call::Intent> Page::tap(frame::Role role, std::string_view name) {
    const frame::Rect rect = node(role, name).rect;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(rect.x + rect.width / 2, rect.y + rect.height / 2);
    std::vector<call::Intent> intents = draw();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    append(intents, draw());
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    append(intents, draw());
    return intents;
}

void Page::scroll(ImVec2 at, float notches) {
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    draw();
    ImGui::GetIO().AddMouseWheelEvent(0, notches);
    draw();
}

const frame::Node& Page::node(frame::Role role, std::string_view name) const {
    const frame::Node* const found = recorder_.find(role, name);
    INFO("looking for: " << name);
    REQUIRE(found != nullptr);
    return *found;
}

const frame::TextField& Page::field(std::string_view name) const {
    const auto& fields = recorder_.text_fields();
    const auto found = std::ranges::find(fields, name, &frame::TextField::name);
    INFO("looking for the field: " << name);
    REQUIRE(found != fields.end());
    return *found;
}

bool Page::names(std::string_view text) const {
    return std::ranges::contains(recorder_.nodes(), text, &frame::Node::name);
}

bool Page::says(frame::Role region, std::string_view text) const {
    const auto& nodes = recorder_.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].role != region)
            continue;
        for (std::size_t child = i + 1; child < nodes.size() && nodes[child].depth > nodes[i].depth;
             ++child)
            if (nodes[child].name == text)
                return true;
    }
    return false;
}

std::vector<frame::Node> Page::children_of(frame::Role role) const {
    const auto& nodes = recorder_.nodes();
    const auto parent = std::ranges::find(nodes, role, &frame::Node::role);
    if (parent == nodes.end())
        return {};
    const auto end = std::find_if(std::next(parent), nodes.end(), [&](const frame::Node& node) {
        return node.depth <= parent->depth;
    });
    return {std::next(parent), end};
}

}  // namespace malgil::test
