#pragma once

#include "shell/frame/ink.hpp"
#include "web/timer.hpp"
#include "web/val.hpp"

#include <functional>
#include <vector>

namespace malgil::shell {

/// What stands for the canvas while nothing is drawn on it: copies of its parts with ink. The
/// canvas lies over all pictures, and a browser blends it onto each frame of each of them, clear or
/// not; of these, only what is drawn over a picture. Nobody can see which of both is there.
class Still {
public:
    using Parts = std::vector<frame::PixelRect>;

    /// The copies are put into `layer`, which lies where `canvas` does. `parts` is asked for once
    /// the canvas rests: those of what is on it then, or none where the canvas is to stay. Its
    /// drawing buffer must be preserved.
    /// https://registry.khronos.org/webgl/specs/latest/1.0/#PRESERVEDRAWINGBUFFER
    Still(web::val canvas, web::val layer, std::function<Parts()> parts);

    /// The canvas was drawn: it shows itself, until it rests again.
    void canvas_drawn();

private:
    void rest();
    [[nodiscard]] static web::val cut(const web::val& whole, const frame::PixelRect& part);

    web::val canvas_;
    web::val layer_;
    std::function<Parts()> parts_;
    bool stands_in_ = false;
    web::Timer rest_;
};

}  // namespace malgil::shell
