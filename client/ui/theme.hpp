#pragma once

#include <imgui.h>

/// What everything looks like. Lengths in CSS pixels.
namespace malgil::ui::theme {

// ---- colours: text has at least 4.5:1 on each of the three surfaces -----------------------------

inline constexpr ImU32 ground = IM_COL32(0x0f, 0x12, 0x16, 0xff);
inline constexpr ImU32 surface = IM_COL32(0x17, 0x1c, 0x22, 0xff);
inline constexpr ImU32 raised = IM_COL32(0x1f, 0x26, 0x2e, 0xff);
inline constexpr ImU32 raised_hovered = IM_COL32(0x2a, 0x33, 0x3d, 0xff);
inline constexpr ImU32 raised_held = IM_COL32(0x34, 0x3f, 0x4b, 0xff);
inline constexpr ImU32 line = IM_COL32(0x2b, 0x34, 0x3e, 0xff);
inline constexpr ImU32 text = IM_COL32(0xe8, 0xed, 0xf2, 0xff);
inline constexpr ImU32 quiet_text = IM_COL32(0x9f, 0xb0, 0xc0, 0xff);
inline constexpr ImU32 faint = IM_COL32(0x5d, 0x6b, 0x79, 0xff);  // of what cannot be used now
inline constexpr ImU32 accent = IM_COL32(0x4c, 0xc3, 0x8a, 0xff);
inline constexpr ImU32 accent_hovered = IM_COL32(0x62, 0xd3, 0x9d, 0xff);
inline constexpr ImU32 accent_held = IM_COL32(0x3c, 0xac, 0x77, 0xff);
inline constexpr ImU32 on_accent = IM_COL32(0x08, 0x13, 0x0d, 0xff);
inline constexpr ImU32 danger = IM_COL32(0xd1, 0x34, 0x38, 0xff);
inline constexpr ImU32 danger_hovered = IM_COL32(0xdf, 0x4a, 0x4d, 0xff);
inline constexpr ImU32 danger_held = IM_COL32(0xb7, 0x28, 0x2c, 0xff);
inline constexpr ImU32 on_danger = IM_COL32(0xff, 0xff, 0xff, 0xff);
inline constexpr ImU32 danger_text = IM_COL32(0xff, 0x9b, 0x98, 0xff);  // what is wrong, in words
inline constexpr ImU32 warning = IM_COL32(0xe6, 0xb4, 0x50, 0xff);
/// In plots: what goes out, beside the accent of what comes in.
inline constexpr ImU32 sent = IM_COL32(0x6b, 0xa8, 0xf0, 0xff);
/// Of a mark on a picture, where it is not lit.
inline constexpr ImU32 unlit = IM_COL32(0xe8, 0xed, 0xf2, 0x50);
/// Under text that stands on a picture.
inline constexpr ImU32 veil = IM_COL32(0x0f, 0x12, 0x16, 0xb8);

// ---- space --------------------------------------------------------------------------------------

inline constexpr float space_4 = 4;
inline constexpr float space_8 = 8;
inline constexpr float space_12 = 12;
inline constexpr float space_16 = 16;
inline constexpr float space_24 = 24;
inline constexpr float space_32 = 32;

inline constexpr float radius_field = 8;
inline constexpr float radius_card = 12;
inline constexpr float radius_tile = 14;

/// The least that a finger hits.
inline constexpr float target = 44;
/// The round buttons of a call.
inline constexpr float control = 48;

/// Narrower than this, things stand below instead of beside each other.
inline constexpr float narrow_width = 720;
inline constexpr float chat_width = 320;
inline constexpr float panel_width = 380;

}  // namespace malgil::ui::theme
