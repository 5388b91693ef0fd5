#include "client/ui/text_field.hpp"

#include "client/ui/theme.hpp"
#include "client/ui/type.hpp"

#include <algorithm>

namespace malgil::ui {

// One line makes a field that a finger hits.
static constexpr float padding_y = 11.5F;

float field_height(std::size_t lines) {
    return std::max(
        theme::target,
        2 * padding_y + static_cast<float>(std::max(lines, std::size_t{1})) * line_height(body));
}

bool text_field(const View& view, const ImRect& box, std::string& text, const FieldLook& look) {
    const ImGuiID id = ImGui::GetID(look.id);
    // The frame is an item, but without a label: the DOM has the field itself.
    bool hovered = false;
    bool held = false;
    bool pressed = false;
    if (ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_NoNav))
        pressed =
            ImGui::ButtonBehavior(box, id, &hovered, &held,
                                  ImGuiButtonFlags_PressedOnClick | ImGuiButtonFlags_NoNavFocus);
    if (view.recorder.focus_arrived(id) && !ImGui::IsItemVisible()) {
        ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleCenterY);
        view.recorder.redraw_in(0);
    }

    const bool focused = view.recorder.focused(id) && !look.disabled;
    const ImU32 border = look.invalid ? theme::danger_text
                         : focused    ? theme::accent
                         : hovered    ? theme::raised_held
                                      : theme::line;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(box.Min, box.Max, look.disabled ? theme::surface : theme::raised,
                       theme::radius_field);
    const ImRect edge = inset(box, 0.5F, 0.5F);
    list.AddRect(edge.Min, edge.Max, border, theme::radius_field, 0, focused ? 2.0F : 1.0F);
    if (hovered && !look.disabled)
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);

    return view.recorder.add(frame::TextField{
        .id = id,
        .name = std::string(look.name),
        .placeholder = std::string(look.placeholder),
        .text = &text,
        .rect = rect_of(inset(box, field_padding_x, look.multiline ? padding_y : 1.0F)),
        .font_size = body.size,
        .multiline = look.multiline,
        .disabled = look.disabled,
        .invalid = look.invalid,
        .description = std::string(look.description),
        .autocomplete = std::string(look.autocomplete),
        .enter_hint = std::string(look.enter_hint),
        .focus = !look.disabled && (look.focus || pressed)});
}

}  // namespace malgil::ui
