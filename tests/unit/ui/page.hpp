#pragma once

#include "client/ui/ui.hpp"

#include <string_view>
#include <vector>

namespace malgil::test {

/// The part of a renderer that Dear ImGui waits for after each frame: textures are taken as made.
void take_textures();

/// The page without a browser: a context of Dear ImGui without a window, in which the views are
/// drawn and used as the shell would.
class Page {
public:
    explicit Page(ImVec2 size = {1280, 800});
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;
    Page(Page&&) = delete;
    Page& operator=(Page&&) = delete;

    call::State state;
    ui::UiState ui;
    ui::Surroundings around;

    void resize(ImVec2 size);
    [[nodiscard]] ImVec2 size() const;

    /// One frame. What the person asked for in it is returned, too.
    std::vector<call::Intent> draw();
    /// Frames until nothing changes any more, as far as the views ask for it.
    void settle();

    /// The DOM element is clicked; the intents of the frame that follows.
    std::vector<call::Intent> click(frame::Role role, std::string_view name);
    /// Enter is pressed in a text field.
    std::vector<call::Intent> enter(std::string_view field);
    /// The pointer presses and releases at the middle of an element.
    std::vector<call::Intent> tap(frame::Role role, std::string_view name);
    void scroll(ImVec2 at, float notches);

    [[nodiscard]] const frame::Recorder& recorder() const { return recorder_; }

    [[nodiscard]] frame::Recorder& recorder() { return recorder_; }

    /// Fails the test where there is none.
    [[nodiscard]] const frame::Node& node(frame::Role role, std::string_view name) const;
    [[nodiscard]] const frame::TextField& field(std::string_view name) const;
    /// Whether an element of any role has this accessible name.
    [[nodiscard]] bool names(std::string_view text) const;
    /// Whether this is said anywhere in a live region of this role.
    [[nodiscard]] bool says(frame::Role region, std::string_view text) const;
    /// The nodes within the first node of this role.
    [[nodiscard]] std::vector<frame::Node> children_of(frame::Role role) const;

private:
    ImGuiContext* context_;
    frame::Recorder recorder_;
};

}  // namespace malgil::test
