#include "shell/panning.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace malgil::shell {

namespace {

constexpr float slop = 8;          // CSS pixels
constexpr float slowest = 20;      // CSS pixels a second: below that it stands
constexpr float half_life = 0.2F;  // seconds, of the speed when gliding
constexpr double longest_rest =
    0.08;  // seconds: a finger that rested before it left does not throw

bool scrolls(const ImGuiWindow& window) {
    return window.ScrollMax.y > 0 || window.ScrollMax.x > 0;
}

// The innermost window under the position that can scroll; nullptr where there is none.
ImGuiWindow* scrolling_window_at(ImVec2 position) {
    ImGuiWindow* window = nullptr;
    ImGui::FindHoveredWindowEx(position, false, &window, nullptr);
    while (window != nullptr && !scrolls(*window))
        window =
            (window->Flags & ImGuiWindowFlags_ChildWindow) != 0 ? window->ParentWindow : nullptr;
    return window;
}

}  // namespace

void Panning::begin(ImVec2 position, double now) {
    const ImGuiWindow* window = scrolling_window_at(position);
    window_ = window != nullptr ? window->ID : 0;
    panning_ = false;
    gliding_ = false;
    start_ = last_ = position;
    last_time_ = now;
    pending_ = velocity_ = {};
}

bool Panning::move(ImVec2 position, double now) {
    if (window_ == 0)
        return false;
    panning_ = panning_ || std::hypot(position.x - start_.x, position.y - start_.y) > slop;
    if (!panning_)
        return false;
    const ImVec2 gone(position.x - last_.x, position.y - last_.y);
    pending_ = {pending_.x + gone.x, pending_.y + gone.y};
    if (const auto seconds = static_cast<float>(now - last_time_); seconds > 0) {
        // Smoothed over a few events.
        velocity_.x = std::lerp(velocity_.x, gone.x / seconds, 0.5F);
        velocity_.y = std::lerp(velocity_.y, gone.y / seconds, 0.5F);
    }
    last_ = position;
    last_time_ = now;
    return true;
}

bool Panning::end(double now, bool reduced_motion) {
    const bool was_panning = panning_;
    panning_ = false;
    gliding_ = was_panning && !reduced_motion && now - last_time_ < longest_rest;
    return was_panning;
}

bool Panning::step(float seconds) {
    ImGuiWindow* window = window_ != 0 ? ImGui::FindWindowByID(window_) : nullptr;
    if (window == nullptr)
        return false;
    if (gliding_) {
        const float passed = std::min(seconds, 0.05F);
        pending_ = {pending_.x + velocity_.x * passed, pending_.y + velocity_.y * passed};
        const float rest = std::exp2(-passed / half_life);
        velocity_ = {velocity_.x * rest, velocity_.y * rest};
        gliding_ = std::hypot(velocity_.x, velocity_.y) > slowest;
    }
    if (pending_.x != 0)
        ImGui::SetScrollX(window,
                          std::clamp(window->Scroll.x - pending_.x, 0.0F, window->ScrollMax.x));
    if (pending_.y != 0)
        ImGui::SetScrollY(window,
                          std::clamp(window->Scroll.y - pending_.y, 0.0F, window->ScrollMax.y));
    pending_ = {};
    return gliding_;
}

}  // namespace malgil::shell
