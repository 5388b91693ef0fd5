#pragma once

#include "client/call/events.hpp"
#include "client/call/state.hpp"
#include "shell/frame/semantics.hpp"

#include <imgui.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace malgil::ui {

/// The faces of the theme. All may be the same font, as in tests.
struct Fonts {
    ImFont* regular = nullptr;
    ImFont* strong = nullptr;
};

/// What stands beside the people, or over them where the page is narrow.
enum class Panel { none, chat, settings, statistics };

/// A second row of controls above the first.
enum class ControlRow { none, more, reactions };

/// What the views keep between frames: text buffers, open pop-ups, scroll positions; nothing that
/// matters to the call.
struct UiState {
    std::string user;
    std::string channel;
    std::string message;
    bool fields_filled = false;  // user and channel were taken from State once
    bool focus_user = false;     // in the next frame, once; the same for the message
    bool focus_message = false;
    std::optional<Panel> panel;  // no value: as the width of the page suggests
    ControlRow row = ControlRow::none;
    std::string open_choice;    // of the settings: the one whose options are listed
    bool show_check = false;    // the settings are to be scrolled to the connection check, once
    bool chat_follows = true;   // the transcript is at its end and stays there
    ImVec2 chat_heights{0, 0};  // of the whole transcript, and of what shows of it
    std::size_t messages_seen = 0;
    bool watches_statistics = false;  // as the core was told
    bool talks = false;               // the microphone's button is held down to talk
};

/// What the views may know of the page.
struct Surroundings {
    Fonts fonts;
    /// Free space at the edges (phones: notch, home bar), in CSS pixels.
    float inset_top = 0, inset_right = 0, inset_bottom = 0, inset_left = 0;
    bool touch = false;           // a coarse pointer: larger targets, no tooltips
    bool reduced_motion = false;  // prefers-reduced-motion
    /// Minutes east of UTC, for times of day.
    int utc_offset_minutes = 0;
    /// Width by height of the picture that arrives of somebody; 0 where it is not known yet. A
    /// frame is due when it changes.
    std::function<float(const frame::VideoId& video)> video_aspect;
    /// Makes text ready for drawing codepoint by codepoint: grapheme clusters and shaped words
    /// become single private-use codepoints. Identity where empty.
    std::function<std::string(std::string_view)> shape;
};

/// Draws everything for this frame, between ImGui::NewFrame and ImGui::Render, and tells what the
/// person asked for since the last one.
[[nodiscard]] std::vector<call::Intent> draw(const call::State& state, UiState& ui,
                                             const Surroundings& surroundings,
                                             frame::Recorder& recorder);

/// Colours, spacing and roundings of DESIGN §8, set once on ImGui's style.
void apply_theme(ImGuiStyle& style);

}  // namespace malgil::ui
