#pragma once

#include "web/listener.hpp"
#include "web/val.hpp"

#include <functional>
#include <vector>

namespace malgil::shell {

/// What the page has around it.
struct Surroundings {
    /// Kept free at the edges (notch, home bar), in CSS pixels: `env(safe-area-inset-…)`.
    float inset_top = 0, inset_right = 0, inset_bottom = 0, inset_left = 0;
    /// The main pointer is coarse: a finger.
    bool touch = false;
    /// prefers-reduced-motion
    bool reduced_motion = false;
    /// Minutes east of UTC.
    int utc_offset_minutes = 0;

    friend bool operator==(const Surroundings&, const Surroundings&) = default;
};

/// Follows the surroundings, and keeps the stage in the part of the page that a phone's keyboard
/// leaves visible.
class SurroundingsWatch {
public:
    SurroundingsWatch(web::val stage, std::function<void()> changed);

    SurroundingsWatch(const SurroundingsWatch&) = delete;
    SurroundingsWatch& operator=(const SurroundingsWatch&) = delete;
    SurroundingsWatch(SurroundingsWatch&&) = delete;
    SurroundingsWatch& operator=(SurroundingsWatch&&) = delete;
    ~SurroundingsWatch() = default;

    [[nodiscard]] const Surroundings& now() const noexcept { return now_; }

private:
    void look();
    void fit_stage();

    web::val stage_;
    std::function<void()> changed_;
    Surroundings now_;
    bool fitted_ = false;
    std::vector<web::Listener> listeners_;
};

}  // namespace malgil::shell
