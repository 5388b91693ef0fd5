#pragma once

#include "web/alive.hpp"
#include "web/callback.hpp"
#include "web/listener.hpp"
#include "web/val.hpp"

#include <imgui.h>

#include <cstdint>
#include <functional>
#include <memory>

namespace malgil::shell {

/// The canvas that lies transparent over the videos, its WebGL 2 context, and its size.
class Canvas {
public:
    /// Takes the element with the ID "canvas"; fills `stage`, and follows its size. nullptr where
    /// the browser gives no WebGL 2. An ImGui context must be current until the end of this.
    /// `changed`: the size, the pixel ratio or the context is new, so draw within this very call.
    [[nodiscard]] static std::unique_ptr<Canvas> create(const web::val& stage,
                                                        std::function<void()> changed);
    ~Canvas();

    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    Canvas(Canvas&&) = delete;
    Canvas& operator=(Canvas&&) = delete;

    /// Before ImGui::NewFrame: gives the canvas its size, and tells Dear ImGui.
    void begin_frame();
    /// After ImGui::Render. Draws only what differs from what is on the screen. Returns whether it
    /// has drawn.
    bool draw(ImDrawData& data);

    /// The browser took its context away: nothing is on it, until `changed` is called.
    [[nodiscard]] bool is_lost() const noexcept { return lost_; }

private:
    Canvas(web::val stage, web::val element, int context, std::function<void()> changed);

    void observe_size();
    void observe_pixel_ratio();
    void measure(const web::val& entry);

    web::val stage_;
    web::val element_;
    int context_;
    std::function<void()> changed_;

    // Of the stage, in CSS and in device pixels.
    ImVec2 size_;
    ImVec2 pixels_;
    bool lost_ = false;
    bool stale_ = true;  // what is on the screen is not what was drawn last
    std::uint64_t drawn_ = 0;

    web::Callback on_resize_;
    web::val resize_observer_;
    web::Listener on_pixel_ratio_;
    web::Listener on_lost_;
    web::Listener on_restored_;
};

}  // namespace malgil::shell
