#include "shell/mirror.hpp"

#include "shell/text_fields.hpp"
#include "web/dom.hpp"

#include <algorithm>
#include <utility>

namespace malgil::shell {

using frame::Node;
using frame::Role;
using web::val;

namespace {

// Text without an ID is told apart by its role, and the order within its parent.
std::uint64_t anonymous_id(Role role, ImGuiID parent) {
    constexpr std::uint64_t anonymous = 1;
    return (anonymous << 63U) | (static_cast<std::uint64_t>(role) << 32U) | parent;
}

}  // namespace

Mirror::Mirror(const val& root, const TextFields& fields, Callbacks callbacks)
    : fields_(fields), root_(root) {
    on_click_ =
        web::Listener(root, "click", [clicked = std::move(callbacks.clicked)](const val& event) {
            if (const ImGuiID id = mirrored_id(event["target"]); id != 0)
                clicked(id, web::int_of(event["detail"]).value_or(0));
        });
    on_focus_ = web::Listener(root, "focusin", [focused = callbacks.focused](const val& event) {
        focused(mirrored_id(event["target"]));
    });
    on_blur_ =
        web::Listener(root, "focusout", [focused = std::move(callbacks.focused)](const val& event) {
            if (mirrored_id(event["relatedTarget"]) == 0)
                focused(0);
        });
}

Mirror::Key Mirror::key_of(const Node& node, const MirrorElement& parent) {
    Key key{.id = node.id != 0 ? node.id : anonymous_id(node.role, parent.node().id)};
    key.occurrence = occurrences_[key.id]++;
    return key;
}

MirrorElement& Mirror::element_for(const Key& key, const Node& node) {
    const val field = node.role == Role::textbox ? fields_.element(node.id) : val::undefined();
    std::unique_ptr<MirrorElement>& element = elements_[key];
    if (element == nullptr || !element->fits(node, field)) {
        if (element != nullptr) {
            // Its children find a new parent in this very frame.
            std::erase(root_.children, element.get());
            for (auto& [other_key, other] : elements_)
                if (other != nullptr)
                    std::erase(other->children, element.get());
            element->dom().call<void>("remove");
        }
        element = std::make_unique<MirrorElement>(node, field);
        changed_ = true;
    }
    return *element;
}

bool Mirror::patch(std::span<const Node> nodes) {
    ++frame_;
    changed_ = false;
    occurrences_.clear();
    bool first_heading = true;
    // The open groups, with their depths; the root is open always.
    std::vector<std::pair<int, MirrorElement*>> open{{-1, &root_}};
    root_.wanted.clear();
    for (const Node& node : nodes) {
        while (open.size() > 1 && open.back().first >= node.depth)
            open.pop_back();
        MirrorElement& parent = *open.back().second;
        MirrorElement& element = element_for(key_of(node, parent), node);
        element.seen = frame_;
        element.wanted.clear();
        element.show(node, parent, first_heading);
        if (node.role == Role::heading)
            first_heading = false;
        parent.wanted.push_back(&element);
        open.emplace_back(node.depth, &element);
    }
    changed_ |= remove_unseen();
    arrange(root_);
    for (auto& [key, element] : elements_) {
        element->show_text_of_region();
        arrange(*element);
    }
    return changed_;
}

bool Mirror::remove_unseen() {
    std::vector<const MirrorElement*> gone;
    for (const auto& [key, element] : elements_)
        if (element->seen != frame_)
            gone.push_back(element.get());
    if (gone.empty())
        return false;
    const auto is_gone = [&](const MirrorElement* element) {
        return std::ranges::find(gone, element) != gone.end();
    };
    std::erase_if(root_.children, is_gone);
    for (auto& [key, element] : elements_)
        std::erase_if(element->children, is_gone);
    const val focused = web::document()["activeElement"];
    const bool focus_goes = std::ranges::any_of(gone, [&](const MirrorElement* element) {
        return element->dom().call<bool>("contains", focused);
    });
    for (const MirrorElement* element : gone)
        element->dom().call<void>("remove");
    std::erase_if(elements_, [&](const auto& entry) { return is_gone(entry.second.get()); });
    // Otherwise browsers differ in where Tab goes on: out of the page, for one.
    if (focus_goes)
        root_.dom().call<void>("focus", web::object({{"preventScroll", val(true)}}));
    return true;
}

// Brings the children into the wanted order with as few moves as the simple way does, and never
// moves the one that has the focus: it would lose it.
void Mirror::arrange(MirrorElement& parent) {
    std::vector<MirrorElement*>& now = parent.children;
    if (now == parent.wanted)
        return;
    // Some may have gone to another parent.
    std::erase_if(now, [&](const MirrorElement* element) {
        return std::ranges::find(parent.wanted, element) == parent.wanted.end();
    });
    const val focused = web::document()["activeElement"];
    std::size_t at = 0;
    for (MirrorElement* wanted : parent.wanted) {
        const auto here = now.begin() + static_cast<std::ptrdiff_t>(at);
        auto found = std::find(here, now.end(), wanted);
        if (found != now.end() && found != here && wanted->dom().call<bool>("contains", focused)) {
            // Those before it go behind it.
            for (auto other = here; other != found; ++other)
                parent.dom().call<void>("append", (*other)->dom());
            std::rotate(here, found, now.end());
        } else if (found != here || found == now.end()) {
            parent.dom().call<void>("insertBefore", wanted->dom(),
                                    here != now.end() ? (*here)->dom() : val::null());
            if (found != now.end())
                now.erase(found);
            now.insert(now.begin() + static_cast<std::ptrdiff_t>(at), wanted);
        }
        ++at;
    }
}

}  // namespace malgil::shell
