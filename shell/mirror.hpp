#pragma once

#include "shell/frame/semantics.hpp"
#include "shell/mirror_element.hpp"
#include "web/listener.hpp"
#include "web/val.hpp"

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace malgil::shell {

class TextFields;

/// The tree of elements over the canvas by which everybody else reads and works the page: assistive
/// technology, the keyboard, browser drivers. An element is the same one for as long as its node is
/// there, so focus stays and live regions read out only what is new.
class Mirror {
public:
    struct Callbacks {
        /// Clicked, but not with a pointer: by the keyboard, by assistive technology, by script.
        /// `detail` as in UIEvent: 0 where no pointer was in it.
        std::function<void(ImGuiID, int detail)> clicked;
        /// The element took the focus; 0: the focus left the mirror.
        std::function<void(ImGuiID)> focused;
    };

    Mirror(const web::val& root, const TextFields& fields, Callbacks callbacks);

    Mirror(const Mirror&) = delete;
    Mirror& operator=(const Mirror&) = delete;
    Mirror(Mirror&&) = delete;
    Mirror& operator=(Mirror&&) = delete;
    ~Mirror() = default;

    /// Makes the tree that of the nodes. Returns whether elements came or went.
    bool patch(std::span<const frame::Node> nodes);

private:
    // An ID may come twice in a frame, and text has none: then the place in the order counts.
    struct Key {
        std::uint64_t id = 0;
        int occurrence = 0;
        friend auto operator<=>(const Key&, const Key&) = default;
    };

    Key key_of(const frame::Node& node, const MirrorElement& parent);
    MirrorElement& element_for(const Key& key, const frame::Node& node);
    bool remove_unseen();
    static void arrange(MirrorElement& parent);

    const TextFields& fields_;
    MirrorElement root_;
    std::map<Key, std::unique_ptr<MirrorElement>> elements_;
    std::map<std::uint64_t, int> occurrences_;  // in the frame at hand
    std::uint32_t frame_ = 0;
    bool changed_ = false;
    web::Listener on_click_;
    web::Listener on_focus_;
    web::Listener on_blur_;
};

}  // namespace malgil::shell
