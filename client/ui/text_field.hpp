#pragma once

#include "client/ui/view.hpp"

#include <string>
#include <string_view>

namespace malgil::ui {

struct FieldLook {
    const char* id;
    std::string_view name;
    std::string_view placeholder;
    std::string_view description;   // what is wrong, or a hint
    std::string_view autocomplete;  // HTML's token
    std::string_view enter_hint;    // HTML's enterkeyhint
    bool multiline = false;
    bool disabled = false;
    bool invalid = false;
    /// Takes the focus in this frame.
    bool focus = false;
};

/// The frame of a text field; the browser draws what is in it. Returns true when Enter was pressed.
[[nodiscard]] bool text_field(const View& view, const ImRect& box, std::string& text,
                              const FieldLook& look);

/// The height of a text field with so many lines.
[[nodiscard]] float field_height(std::size_t lines);

/// What the frame takes from the width that the text could have.
inline constexpr float field_padding_x = 12;

}  // namespace malgil::ui
