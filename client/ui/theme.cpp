#include "client/ui/theme.hpp"

#include "client/ui/ui.hpp"

namespace malgil::ui {

void apply_theme(ImGuiStyle& style) {
    style = ImGuiStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.ChildBorderSize = 0;
    style.ItemSpacing = {0, 0};
    style.ScrollbarSize = 8;
    style.ScrollbarRounding = 4;
    style.FontSizeBase = 15;

    const auto set = [&](ImGuiCol which, ImU32 colour) {
        style.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour);
    };
    set(ImGuiCol_Text, theme::text);
    set(ImGuiCol_WindowBg, theme::ground);
    set(ImGuiCol_ScrollbarBg, IM_COL32_BLACK_TRANS);
    set(ImGuiCol_ScrollbarGrab, theme::line);
    set(ImGuiCol_ScrollbarGrabHovered, theme::raised_held);
    set(ImGuiCol_ScrollbarGrabActive, theme::faint);
}

}  // namespace malgil::ui
