#pragma once

#include "shell/panning.hpp"
#include "web/listener.hpp"
#include "web/val.hpp"

#include <functional>
#include <vector>

namespace malgil::shell {

/// Hands the page's pointers, wheel and keys to Dear ImGui, in CSS pixels of the stage.
class Input {
public:
    struct Callbacks {
        /// The person acted: draw within this very call, which is within the DOM event.
        std::function<void()> acted;
        /// Something may look different now: draw soon.
        std::function<void()> moved;
        /// Whether the focus has just been given to a text field, and must not follow the pointer.
        std::function<bool()> take_focus_given;
    };

    Input(const web::val& stage, Callbacks callbacks);

    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;
    Input(Input&&) = delete;
    Input& operator=(Input&&) = delete;
    ~Input() = default;

    void set_reduced_motion(bool reduced) { reduced_motion_ = reduced; }

    /// After ImGui::NewFrame: scrolls what a finger moves. Returns whether it needs another frame.
    bool step();

    /// Whether Dear ImGui has seen the press that belongs to the click at hand, so that the click
    /// is not to be told again. Forgets it.
    bool take_press_seen();

private:
    void listen(const web::val& stage);
    void pointer_down(const web::val& event);
    void pointer_moved(const web::val& event);
    void pointer_up(const web::val& event);
    void pointer_cancelled();
    void pointer_left(const web::val& event) const;
    void wheel(const web::val& event) const;
    void key(const web::val& event, bool down) const;
    void mouse_down(const web::val& event) const;

    [[nodiscard]] ImVec2 position_of(const web::val& event) const;
    void release_everywhere(int button);

    web::val stage_;
    Callbacks callbacks_;
    Panning panning_;
    int touch_ = 0;  // the pointerId of the finger that acts; 0: none
    bool press_seen_ = false;
    bool reduced_motion_ = false;
    std::vector<web::Listener> listeners_;
};

}  // namespace malgil::shell
