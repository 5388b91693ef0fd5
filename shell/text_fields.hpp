#pragma once

#include "shell/frame/semantics.hpp"
#include "web/listener.hpp"
#include "web/val.hpp"

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>

namespace malgil::shell {

/// Real `<input>` and `<textarea>` elements, which bring IME, clipboard, spelling, autofill and the
/// phone's keyboard. The mirror puts them into the document and places them.
class TextFields {
public:
    struct Callbacks {
        /// What was typed has been written to the field's text: draw now.
        std::function<void()> changed;
        /// Enter, and not one that ends a composition: tell the Recorder, and draw now.
        std::function<void(ImGuiID)> submitted;
    };

    explicit TextFields(Callbacks callbacks);
    ~TextFields();

    TextFields(const TextFields&) = delete;
    TextFields& operator=(const TextFields&) = delete;
    TextFields(TextFields&&) = delete;
    TextFields& operator=(TextFields&&) = delete;

    /// Follows a frame. The fields' texts must stay where they are until the next one.
    void update(std::span<const frame::TextField> fields);

    /// The element of this ID; undefined where there is none.
    [[nodiscard]] web::val element(ImGuiID id) const;

    /// Gives the focus to the field that asked for it in the last update. After it was placed.
    void give_focus();

    /// Whether the focus was given since this was called last: then it must not go to where the
    /// pointer is.
    [[nodiscard]] bool take_focus_given();

private:
    struct Field;

    Field& create(const frame::TextField& field);
    void typed(ImGuiID id);
    void key_pressed(ImGuiID id, const web::val& event);

    Callbacks callbacks_;
    std::map<ImGuiID, std::unique_ptr<Field>> fields_;
    ImGuiID wants_focus_ = 0;
    bool focus_given_ = false;
};

}  // namespace malgil::shell
