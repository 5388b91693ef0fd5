#pragma once

#include <imgui.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What one frame says besides its pixels. Pure C++ (Dear ImGui only): views write it, the shell
/// turns it into DOM elements over the canvas, tests read it.
namespace malgil::frame {

/// In CSS pixels of the page, origin at the top left.
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;

    friend bool operator==(const Rect&, const Rect&) = default;
};

/// WAI-ARIA roles: https://www.w3.org/TR/wai-aria-1.2/#role_definitions
enum class Role {
    // interactive: found by role and name, activated by a click on the DOM element
    button,
    checkbox,
    combobox,
    option,  // within a listbox: elsewhere browsers do not tell of it
    textbox,
    // structure and text
    heading,
    text,
    meter,
    group,
    listbox,
    // live regions: what is put into them is read out
    log,
    status,
    alert,
};

/// One element, in focus order. Interactive ones come from Dear ImGui's item hooks by themselves;
/// the rest is written with the functions below.
struct Node {
    ImGuiID id = 0;
    Role role = Role::text;
    /// The accessible name; for `text`, and children of live regions, what is read out.
    std::string name;
    Rect rect;
    bool disabled = false;
    /// Toggle buttons: aria-pressed.
    std::optional<bool> pressed;
    /// Pop-ups: aria-expanded.
    std::optional<bool> expanded;
    /// Options: aria-selected.
    std::optional<bool> selected;
    /// Meters: 0 to 1.
    std::optional<float> value;
    /// aria-description: a hint or what is wrong.
    std::string description;
    /// How deep inside groups and live regions: a node's parent is the nearest one before it with
    /// a smaller depth.
    int depth = 0;
    /// Text that a person may select with the pointer: laid transparent over what is drawn.
    bool selectable = false;
    /// The size it is drawn with, for selectable text.
    float font_size = 0;
    float line_height = 0;  // in CSS pixels
    /// Scrolled out of view: reachable with the keyboard all the same. When it takes the focus,
    /// tell `Recorder::focus`, and the next frame scrolls to it. Never to be scrolled to by the
    /// browser.
    bool out_of_view = false;

    friend bool operator==(const Node&, const Node&) = default;
};

/// A text field: drawn by the browser as a real `<input>` or `<textarea>` in the rectangle that the
/// view leaves for it, so that IME, clipboard, spelling, autofill and phone keyboards work. Its
/// place in the focus order is that of the node `textbox` with the same ID.
struct TextField {
    ImGuiID id = 0;
    std::string name;         // accessible name
    std::string placeholder;  // shown while empty
    /// The text. The shell writes what the person typed to it, before the next frame.
    std::string* text = nullptr;
    Rect rect;  // of the text inside the drawn frame
    float font_size = 15;
    bool multiline = false;  // Enter submits all the same, Shift+Enter breaks the line
    bool disabled = false;
    bool invalid = false;
    std::string description;   // what is wrong, or a hint
    std::string autocomplete;  // HTML autocomplete token, "off" for none
    std::string enter_hint;    // HTML enterkeyhint: "go", "send", …
    /// Takes the focus in this frame, once.
    bool focus = false;
};

/// Whose picture, and which.
struct VideoId {
    std::string user_id;
    bool self = false;
    bool screen = false;  // what is shared beside the camera

    friend auto operator<=>(const VideoId&, const VideoId&) = default;
};

/// The rectangle that a view leaves free for a `<video>` element, which lies under the canvas.
struct VideoPlace {
    std::string user_id;
    bool self = false;
    bool screen = false;
    Rect rect;
    float radius = 0;       // of the corners
    bool mirrored = false;  // one's own camera, as in a mirror
    bool contain = false;   // the whole picture with bars, instead of filling the rectangle
    bool visible = true;    // false: it goes on playing (sound), with nothing shown

    [[nodiscard]] VideoId id() const {
        return {.user_id = user_id, .self = self, .screen = screen};
    }

    friend bool operator==(const VideoPlace&, const VideoPlace&) = default;
};

/// Gathers what a frame says. One per page; cleared at the start of each frame. Stays at its
/// address and outlives the frames of the context that it is attached to.
class Recorder {
public:
    Recorder() = default;
    ~Recorder() = default;
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;
    Recorder(Recorder&&) = delete;
    Recorder& operator=(Recorder&&) = delete;

    /// Makes this the one that Dear ImGui's item hooks write to, and switches the hooks on.
    void attach(ImGuiContext& context);

    /// Before ImGui::NewFrame: forgets the last frame; what was activated or submitted since then
    /// is told in this one.
    void begin_frame();

    // Written by views ---------------------------------------------------------------------------

    /// Adds to the last ImGui item: everything but its id, label, rectangle and disabled state,
    /// which the hooks know; a name replaces the label. Nothing happens where the item was not
    /// recorded, as it has no label or was clipped.
    void describe_last_item(const Node& extra);
    /// An element that is not an ImGui item. Its depth is that of the open groups.
    void add(Node node);
    /// Opens a group or a live region; what comes until `end` is inside.
    void begin(Node node);
    void end();

    /// Returns true when Enter was pressed in it since the last frame.
    bool add(TextField field);
    void add(VideoPlace place);

    /// Asks for another frame after this many seconds, for a thing that changes with time. The
    /// earliest one counts.
    void redraw_in(float seconds);

    /// Whether the DOM element with this ID has the focus.
    [[nodiscard]] bool focused(ImGuiID id) const noexcept { return id != 0 && focused_ == id; }

    /// The same, and it came in just before this frame: scroll to it.
    [[nodiscard]] bool focus_arrived(ImGuiID id) const noexcept {
        return focused(id) && focus_is_new_;
    }

    // Read by the shell and by tests
    // ----------------------------------------------------------------

    [[nodiscard]] const std::vector<Node>& nodes() const noexcept { return nodes_; }

    [[nodiscard]] const std::vector<TextField>& text_fields() const noexcept { return fields_; }

    [[nodiscard]] const std::vector<VideoPlace>& video_places() const noexcept { return videos_; }

    [[nodiscard]] std::optional<float> redraw() const noexcept { return redraw_; }

    /// The first node with this role and name; nullptr where there is none. Valid until the next
    /// frame.
    [[nodiscard]] const Node* find(Role role, std::string_view name) const;

    // Told by the shell, from DOM events; each wants a frame afterwards
    // -----------------------------

    /// The item with this ID counts as clicked in the next frame. Nothing happens where it is
    /// disabled, or gone by then. At most one a frame: the last one counts.
    void activate(ImGuiID id);
    /// Enter was pressed in the text field with this ID: told in the next frame.
    void submit(ImGuiID id);
    /// The DOM element with this ID took the focus; 0: none of them has it any more.
    void focus(ImGuiID id);

    // Called by the item hooks
    // ------------------------------------------------------------------------

    void item_added(ImGuiID id, const Rect& rect, bool disabled, bool out_of_view);
    void item_described(ImGuiID id, std::string_view label, int item_status_flags);

private:
    /// The item that the next label belongs to.
    struct Item {
        ImGuiID id = 0;
        Rect rect;
        bool disabled = false;
        bool out_of_view = false;
    };

    ImGuiContext* context_ = nullptr;
    std::vector<Node> nodes_;
    std::vector<TextField> fields_;
    std::vector<VideoPlace> videos_;
    std::optional<float> redraw_;
    Item last_item_;
    int depth_ = 0;
    ImGuiID submitted_ = 0;       // told in this frame
    ImGuiID submitted_next_ = 0;  // to be told in the next
    ImGuiID focused_ = 0;
    bool focus_is_new_ = false;
    bool focus_moved_ = false;  // since the last frame
};

}  // namespace malgil::frame
