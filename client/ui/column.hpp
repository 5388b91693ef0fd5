#pragma once

#include "client/ui/widgets.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace malgil::ui {

/// One of several: what `Column::choice` lists.
struct Option {
    std::string_view name;
    /// A word on what it is good for; may be empty.
    std::string_view hint;
    bool disabled = false;
};

/// Things to set and to read, one below the other, as a panel lists them. Everything that can be
/// pressed is as high as a finger wants it.
class Column {
public:
    /// From `place` on downwards. `view` outlives it.
    Column(const View& view, ImVec2 place, float width);

    void heading(std::string_view text);
    /// A sentence, or several lines of them.
    void note(std::string_view text, ImU32 colour = theme_quiet());

    /// The same for something to be read before anything else.
    void sentence(std::string_view text);

    void space(float height) { place_.y += height; }

    /// A switch (role checkbox). True when it was pressed: what it is on or off for is the
    /// caller's.
    [[nodiscard]] bool toggle(const char* id, std::string_view name, bool on,
                              std::string_view said = {});
    [[nodiscard]] bool button(const TextButton& button);
    /// One of several (role combobox, and its options where it is open). Its options show below it
    /// while it is open. The index of the one that was chosen anew.
    [[nodiscard]] std::optional<std::size_t> choice(const char* id, std::string_view name,
                                                    std::span<const Option> options,
                                                    std::size_t chosen, bool disabled = false);
    /// Room for something else, as wide as the column.
    [[nodiscard]] ImRect room(float height);

    /// Where what comes next begins.
    [[nodiscard]] ImRect place_of_next() const {
        return {place_.x, place_.y, place_.x + width_, place_.y};
    }

    [[nodiscard]] float bottom() const noexcept { return place_.y; }

    [[nodiscard]] float width() const noexcept { return width_; }

private:
    [[nodiscard]] static ImU32 theme_quiet();
    [[nodiscard]] float hint_height(const Option& option) const;
    [[nodiscard]] float option_height(const Option& option) const;
    [[nodiscard]] bool option(std::size_t index, const Option& option, bool chosen);

    const View& view_;
    ImVec2 place_;
    float width_;
};

}  // namespace malgil::ui
