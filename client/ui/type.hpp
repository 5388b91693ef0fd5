#pragma once

#include "client/ui/view.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Text and icons: measured, cut, wrapped and drawn. Positions are of line boxes, which are higher
/// than the letters.
namespace malgil::ui {

struct Type {
    float size = 15;
    bool strong = false;
};

inline constexpr Type hint{.size = 13};
inline constexpr Type hint_strong{.size = 13, .strong = true};
inline constexpr Type body{.size = 15};
inline constexpr Type body_strong{.size = 15, .strong = true};
inline constexpr Type title{.size = 18, .strong = true};
inline constexpr Type headline{.size = 24, .strong = true};

[[nodiscard]] float line_height(Type type);

/// The width of one line.
[[nodiscard]] float width_of(const View& view, Type type, std::string_view text);

/// The text itself, or as much of its beginning as fits, with an ellipsis.
[[nodiscard]] std::string elided(const View& view, Type type, std::string_view text, float width);

/// The lines of a text of a limited width; broken at spaces, within a word only where it must be.
/// The views point into `text`.
[[nodiscard]] std::vector<std::string_view> wrapped(const View& view, Type type,
                                                    std::string_view text, float width);
[[nodiscard]] float wrapped_height(const View& view, Type type, std::string_view text, float width);

enum class Align { left, centre };

/// One line, with its box's top left corner at `place`.
void draw_line(const View& view, ImVec2 place, Type type, ImU32 colour, std::string_view text);
/// One line in the middle of a box.
void draw_centred(const View& view, const ImRect& box, Type type, ImU32 colour,
                  std::string_view text);
/// Several lines; returns their height.
float draw_wrapped(const View& view, ImVec2 place, float width, Type type, ImU32 colour,
                   std::string_view text, Align align = Align::left);

/// One of assets::icon, `size` × `size`.
void draw_icon(const View& view, ImVec2 centre, float size, ImU32 colour, std::string_view icon);

/// Draws a line that fits, and records it so that a screen reader has it, too: whole, even where it
/// is drawn cut.
void label(const View& view, const ImRect& box, Type type, ImU32 colour, std::string_view text,
           frame::Role role = frame::Role::text);
/// The same for several lines; returns their height.
float paragraph(const View& view, ImVec2 place, float width, Type type, ImU32 colour,
                std::string_view text, Align align = Align::left,
                frame::Role role = frame::Role::text);

}  // namespace malgil::ui
