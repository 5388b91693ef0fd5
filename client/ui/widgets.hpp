#pragma once

#include "client/ui/type.hpp"

/// What the parts of the page are made of. Each is drawn at a given box, recorded for the DOM, and
/// told apart from others of its kind by `id` and Dear ImGui's ID stack.
namespace malgil::ui {

/// How an item was used in this frame.
struct Use {
    bool pressed = false;
    bool hovered = false;
    bool held = false;
};

/// An item that can be pressed, without a look of its own. `node` says what it is: its role, name,
/// state and whether it is disabled; the place and ID are filled in here.
[[nodiscard]] Use press_area(const View& view, const char* id, const ImRect& box,
                             const frame::Node& node);

enum class Look {
    plain,
    primary,
    danger,
    quiet,     // without a ground of its own until it is hovered
    lit,       // of a toggle: what it opens is there
    inverted,  // of a toggle: stands out, as what should be on is off
};

struct RoundButton {
    const char* id;
    std::string_view name;
    std::string_view icon;
    std::string_view tooltip;  // the name, where empty
    std::string_view description;
    Look look = Look::plain;
    /// Toggles: whether it is on.
    std::optional<bool> on;
    bool disabled = false;
    /// A dot at its upper right: something waits there.
    bool marked = false;
    /// Where given: set to whether the pointer holds it down.
    bool* held = nullptr;
};

/// A circle with an icon, as large as fits into the box.
[[nodiscard]] bool round_button(const View& view, const ImRect& box, const RoundButton& button);

struct TextButton {
    const char* id;
    std::string_view name;
    Look look = Look::plain;
    std::string_view icon;
    std::string_view description;
    bool disabled = false;
};

/// The width that a text button takes.
[[nodiscard]] float width_of(const View& view, const TextButton& button);
[[nodiscard]] bool text_button(const View& view, const ImRect& box, const TextButton& button);

/// A small label on a picture, as wide as needed but at most as `place` allows; returns its box.
/// `place` bears its lower left corner and its greatest width.
ImRect chip(const View& view, const ImRect& place, std::string_view text, std::string_view icon);

/// How loud the microphone is, 0 to 1.
void level_meter(const View& view, const ImRect& box, std::string_view name, float level,
                 bool active);

/// Somebody's initial in a circle, in a colour of their own.
void avatar(const View& view, ImVec2 centre, float diameter, std::string_view user);

}  // namespace malgil::ui
