#pragma once

#include <imgui.h>

#include <optional>

namespace malgil::shell {

/// Scrolling with a finger: a press that moves further than the slop is no press any more, and what
/// is under it follows the finger, and goes on for a while after it.
class Panning {
public:
    /// A finger comes down here, `now` seconds.
    void begin(ImVec2 position, double now);

    /// The finger is here now. Returns true from when it is panning on: the press is off then.
    bool move(ImVec2 position, double now);

    /// The finger is gone. Returns whether it was panning.
    bool end(double now, bool reduced_motion);

    /// Called in each frame, after ImGui::NewFrame. Returns whether it needs another one.
    bool step(float seconds);

private:
    ImGuiID window_ = 0;  // that which scrolls; 0: nothing does
    bool panning_ = false;
    ImVec2 start_;
    ImVec2 last_;
    double last_time_ = 0;
    ImVec2 pending_;   // CSS pixels that the finger has gone since the last frame
    ImVec2 velocity_;  // CSS pixels a second
    bool gliding_ = false;
};

}  // namespace malgil::shell
