#include "shell/frame/semantics.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace malgil::frame {

void Recorder::attach(ImGuiContext& context) {
    context_ = &context;
    context.TestEngine = this;
    context.TestEngineHookItems = true;
}

void Recorder::begin_frame() {
    nodes_.clear();
    fields_.clear();
    videos_.clear();
    redraw_.reset();
    last_item_ = {};
    depth_ = 0;
    submitted_ = std::exchange(submitted_next_, 0);
    focus_is_new_ = std::exchange(focus_moved_, false);
}

void Recorder::describe_last_item(const Node& extra) {
    if (nodes_.empty() || last_item_.id == 0 || nodes_.back().id != last_item_.id)
        return;
    const Node known = std::exchange(nodes_.back(), extra);
    Node& node = nodes_.back();
    node.id = known.id;
    node.rect = known.rect;
    node.disabled = known.disabled;
    node.out_of_view = known.out_of_view;
    node.depth = known.depth;
    if (node.name.empty())
        node.name = known.name;
}

void Recorder::add(Node node) {
    node.depth = depth_;
    nodes_.push_back(std::move(node));
}

void Recorder::begin(Node node) {
    add(std::move(node));
    ++depth_;
}

void Recorder::end() {
    IM_ASSERT(depth_ > 0 && "end() without begin()");
    --depth_;
}

bool Recorder::add(TextField field) {
    add(Node{.id = field.id,
             .role = Role::textbox,
             .name = field.name,
             .rect = field.rect,
             .disabled = field.disabled,
             .description = field.description});
    const bool submitted = field.id == submitted_ && !field.disabled;
    fields_.push_back(std::move(field));
    return submitted;
}

void Recorder::add(VideoPlace place) {
    videos_.push_back(std::move(place));
}

void Recorder::redraw_in(float seconds) {
    redraw_ = std::min(redraw_.value_or(seconds), seconds);
}

const Node* Recorder::find(Role role, std::string_view name) const {
    const auto found = std::ranges::find_if(
        nodes_, [&](const Node& node) { return node.role == role && node.name == name; });
    return found == nodes_.end() ? nullptr : &*found;
}

void Recorder::activate(ImGuiID id) {
    const auto node = std::ranges::find(nodes_, id, &Node::id);
    if (context_ == nullptr || node == nodes_.end() || node->disabled)
        return;
    // As ImGui::ActivateItemByID, which works on the current context only. Even a clipped item
    // answers in the frame that it is activated in.
    context_->NavNextActivateId = id;
    context_->NavNextActivateFlags = ImGuiActivateFlags_None;
}

void Recorder::submit(ImGuiID id) {
    submitted_next_ = id;
}

void Recorder::focus(ImGuiID id) {
    focused_ = id;
    focus_moved_ = true;
}

void Recorder::item_added(ImGuiID id, const Rect& rect, bool disabled, bool out_of_view) {
    last_item_ = {.id = id, .rect = rect, .disabled = disabled, .out_of_view = out_of_view};
}

void Recorder::item_described(ImGuiID id, std::string_view label, int item_status_flags) {
    const std::string_view name = label.substr(0, label.find("##"));
    if (id != last_item_.id || name.empty())
        return;
    Node node{.id = id,
              .role = Role::button,
              .name = std::string(name),
              .rect = last_item_.rect,
              .disabled = last_item_.disabled,
              .out_of_view = last_item_.out_of_view};
    if ((item_status_flags & ImGuiItemStatusFlags_Checkable) != 0) {
        node.role = Role::checkbox;
        node.pressed = (item_status_flags & ImGuiItemStatusFlags_Checked) != 0;
    }
    if ((item_status_flags & ImGuiItemStatusFlags_Openable) != 0)
        node.expanded = (item_status_flags & ImGuiItemStatusFlags_Opened) != 0;
    add(std::move(node));
}

}  // namespace malgil::frame

// ---- what Dear ImGui calls for each item when it is built with IMGUI_ENABLE_TEST_ENGINE ---------
// Declared in imgui_internal.h, "Test Engine specific hooks".

namespace {

malgil::frame::Recorder* recorder_of(const ImGuiContext* context) {
    return static_cast<malgil::frame::Recorder*>(context->TestEngine);
}

}  // namespace

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData* item) {
    const ImGuiWindow* window = context->CurrentWindow;
    // A window registers itself as an item of itself. It is none.
    if (window == nullptr || window->ID == id)
        return;
    const ImGuiItemFlags flags = item != nullptr ? item->ItemFlags : context->CurrentItemFlags;
    const bool out_of_view = !box.Overlaps(window->ClipRect);
    // What a panel scrolls half out of its view must not take the clicks of what lies beside it.
    ImRect seen = box;
    if (!out_of_view && (window->Flags & ImGuiWindowFlags_ChildWindow) != 0)
        seen.ClipWith(window->ClipRect);
    recorder_of(context)->item_added(
        id,
        {.x = seen.Min.x, .y = seen.Min.y, .width = seen.GetWidth(), .height = seen.GetHeight()},
        (flags & ImGuiItemFlags_Disabled) != 0, out_of_view);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags flags) {
    if (label != nullptr)
        recorder_of(context)->item_described(id, label, flags);
}

void ImGuiTestEngineHook_Log(ImGuiContext* /*context*/, const char* /*format*/, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext* /*context*/, ImGuiID /*id*/) {
    return nullptr;
}
