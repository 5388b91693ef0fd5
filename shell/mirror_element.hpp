#pragma once

#include "shell/frame/semantics.hpp"
#include "web/val.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace malgil::shell {

/// One element of the mirror and the node that it shows. Elements are only touched where the node
/// differs from the last one.
class MirrorElement {
public:
    /// The root, which is in the document.
    explicit MirrorElement(web::val root);
    /// A new element for the node, not in the document yet. Around `field`, where it is one.
    MirrorElement(const frame::Node& node, const web::val& field);

    /// Whether it can become that of the node: same role, same field.
    [[nodiscard]] bool fits(const frame::Node& node, const web::val& field) const;

    /// `parent`: what the position is relative to. `first_heading`: it is the page's title.
    void show(const frame::Node& node, const MirrorElement& parent, bool first_heading);
    /// The text of a live region is what is read out, unless there are children in it.
    void show_text_of_region();

    [[nodiscard]] const web::val& dom() const noexcept { return dom_; }

    [[nodiscard]] const frame::Node& node() const noexcept { return node_; }

    /// As they are in the document, and as the frame at hand wants them.
    std::vector<MirrorElement*> children;
    std::vector<MirrorElement*> wanted;
    /// The last frame that had it.
    std::uint32_t seen = 0;

private:
    void show_name(const frame::Node& node);
    void show_label(const std::string& label);
    void show_states(const frame::Node& node);
    void show_text(const std::string& text);
    void show_place(const frame::Node& node, const MirrorElement& parent);

    web::val dom_;
    web::val field_ = web::val::undefined();  // in dom_, where this is a text field
    frame::Node node_;
    frame::Rect place_{.x = -1};  // relative to the parent's, as the element has it
    std::string label_;
    std::string text_;
    int heading_level_ = 0;
};

/// The node's ID that an event's target stands for; 0 for none.
[[nodiscard]] ImGuiID mirrored_id(const web::val& target);

}  // namespace malgil::shell
