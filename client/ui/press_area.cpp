#include "client/ui/widgets.hpp"

namespace malgil::ui {

Use press_area(const View& view, const char* id, const ImRect& box, const frame::Node& node) {
    ImGuiContext& g = *ImGui::GetCurrentContext();
    const ImGuiID item = ImGui::GetID(id);
    Use use;
    if (node.disabled)
        ImGui::PushItemFlag(ImGuiItemFlags_Disabled, true);
    // Directional navigation is off: the browser moves the focus over the DOM's elements.
    if (ImGui::ItemAdd(box, item, nullptr, ImGuiItemFlags_NoNav)) {
        use.pressed =
            ImGui::ButtonBehavior(box, item, &use.hovered, &use.held,
                                  ImGuiButtonFlags_NoNavFocus | ImGuiButtonFlags_NoHoveredOnFocus);
        if (g.NavActivateId == item) {
            // Activated by the DOM: there is no release to wait for, and until the next frame an
            // active item would keep the pointer from all others.
            use.held = false;
            if (g.ActiveId == item)
                ImGui::ClearActiveID();
        }
        use.pressed = use.pressed && !node.disabled;
    }
    if (view.recorder.focus_arrived(item) && !ImGui::IsItemVisible()) {
        ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleCenterY);
        view.recorder.redraw_in(0);
    }
    // A clipped item is recorded, too: the keyboard reaches it.
    IMGUI_TEST_ENGINE_ITEM_INFO(item, node.name.c_str(), g.LastItemData.StatusFlags);
    view.recorder.describe_last_item(node);
    if (node.disabled)
        ImGui::PopItemFlag();
    if (use.hovered)
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return use;
}

}  // namespace malgil::ui
