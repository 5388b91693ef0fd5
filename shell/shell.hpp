#pragma once

#include "shell/frame/semantics.hpp"
#include "shell/surroundings.hpp"
#include "shell/video_layer.hpp"

#include <imgui.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

/// Where Dear ImGui lives in the browser: canvas, input, fonts, and the DOM that mirrors what is
/// drawn.
namespace malgil::shell {

/// One per page. It decides when a frame is drawn; what is in it is the frame callback's.
///
///     auto shell = Shell::create();
///     ui::apply_theme(ImGui::GetStyle());
///     shell->set_frame_callback([&] {
///         shell->begin_frame();
///         auto intents = ui::draw(…, shell->recorder());
///         …                          // what the person asked for, still inside the DOM event
///         shell->end_frame();
///     });
///     shell->request_frame();
class Shell {
public:
    /// Takes over the elements of index.html; creates Dear ImGui's context with its fonts, and a
    /// WebGL 2 context. nullptr where the browser gives none: boot.js then shows a sentence.
    [[nodiscard]] static std::unique_ptr<Shell> create();
    ~Shell();

    Shell(const Shell&) = delete;
    Shell& operator=(const Shell&) = delete;
    Shell(Shell&&) = delete;
    Shell& operator=(Shell&&) = delete;

    /// Called for each frame: from within the DOM event where a person acted (so that what needs a
    /// gesture may be done), otherwise from an animation frame or, while the page is hidden, from
    /// a timer. Must call begin_frame and end_frame, once each.
    void set_frame_callback(std::function<void()> callback);

    /// Something that is drawn has changed: one frame, soon. Many requests are one frame.
    void request_frame();
    /// The same, at the latest after so many seconds: for a change that may wait for others.
    void request_frame_in(float seconds);
    /// Whatever was asked for so far, and what the person did just now, is drawn that much later,
    /// unless the person acts before: for what shows something else in a moment.
    void postpone_frame(float seconds);

    /// Dear ImGui's NewFrame, and an empty Recorder.
    void begin_frame();
    /// Draws the canvas, patches the mirror, and places text fields and videos.
    void end_frame();

    [[nodiscard]] frame::Recorder& recorder() noexcept;
    [[nodiscard]] VideoLayer& videos() noexcept;

    /// The faces of the system's font: 400 and 600. Size them with ImGui::PushFont.
    [[nodiscard]] ImFont* regular_font() const noexcept;
    [[nodiscard]] ImFont* strong_font() const noexcept;

    /// As of now; a change asks for a frame by itself.
    [[nodiscard]] const Surroundings& surroundings() const noexcept;

    /// Makes text ready for drawing codepoint by codepoint: clusters of several codepoints and
    /// words of scripts that need shaping become single private-use codepoints. For text from
    /// outside; cheap where nothing is to be done.
    [[nodiscard]] std::string shape(std::string_view text);

    /// `<html data-state>`: "lobby", "calling", "in-call" or "failed".
    void set_page_state(std::string_view state);
    /// `<html lang>`: "en" or "ko".
    void set_language(std::string_view language);

private:
    struct Parts;

    explicit Shell(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

}  // namespace malgil::shell
