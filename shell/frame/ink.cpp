#include "shell/frame/ink.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>

namespace malgil::frame {

namespace {

constexpr float cell_length = 16;  // in CSS pixels

/// From the first cell on, up to and without the second.
struct Cells {
    int left = 0, top = 0, right = 0, bottom = 0;
};

/// The canvas in square cells, each of which is wanted or can be left out.
class Grid {
public:
    explicit Grid(const ImDrawData& drawn)
        : scale_(drawn.FramebufferScale),
          width_(static_cast<int>(std::lround(drawn.DisplaySize.x * scale_.x))),
          height_(static_cast<int>(std::lround(drawn.DisplaySize.y * scale_.y))),
          cell_(std::max(1, static_cast<int>(std::lround(cell_length * scale_.x)))),
          columns_((width_ + cell_ - 1) / cell_),
          rows_((height_ + cell_ - 1) / cell_),
          wanted_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), true) {}

    /// The cells that lie wholly inside of it.
    [[nodiscard]] Cells inside(const Rect& rect) const {
        return {.left = up(rect.x * scale_.x),
                .top = up(rect.y * scale_.y),
                .right = down((rect.x + rect.width) * scale_.x),
                .bottom = down((rect.y + rect.height) * scale_.y)};
    }

    /// The cells that some of it lies in. In CSS pixels, as Dear ImGui draws.
    [[nodiscard]] Cells touched(ImVec2 from, ImVec2 to) const {
        return {.left = down(from.x * scale_.x),
                .top = down(from.y * scale_.y),
                .right = up(to.x * scale_.x),
                .bottom = up(to.y * scale_.y)};
    }

    void set(const Cells& cells, bool wanted) {
        const int left = std::max(cells.left, 0);
        const int right = std::min(cells.right, columns_);
        for (int row = std::max(cells.top, 0); row < std::min(cells.bottom, rows_); ++row)
            for (int column = left; column < right; ++column)
                wanted_[at(column, row)] = wanted;
    }

    [[nodiscard]] bool wants_all() const { return std::ranges::all_of(wanted_, std::identity{}); }

    /// Rectangles that hold what is wanted; nothing is wanted any more then.
    [[nodiscard]] std::vector<PixelRect> take_parts() {
        std::vector<PixelRect> parts;
        for (int row = 0; row < rows_; ++row)
            for (int column = 0; column < columns_; ++column)
                if (wanted_[at(column, row)])
                    parts.push_back(take_part(column, row));
        return parts;
    }

private:
    [[nodiscard]] int down(float pixels) const {
        return static_cast<int>(std::floor(pixels / static_cast<float>(cell_)));
    }

    [[nodiscard]] int up(float pixels) const {
        return static_cast<int>(std::ceil(pixels / static_cast<float>(cell_)));
    }

    [[nodiscard]] std::size_t at(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }

    [[nodiscard]] bool wants_row(int left, int right, int row) const {
        for (int column = left; column < right; ++column)
            if (!wanted_[at(column, row)])
                return false;
        return true;
    }

    /// As far to the right as it goes, then down.
    PixelRect take_part(int left, int top) {
        Cells part{.left = left, .top = top, .right = left + 1, .bottom = top + 1};
        while (part.right < columns_ && wanted_[at(part.right, top)])
            ++part.right;
        while (part.bottom < rows_ && wants_row(left, part.right, part.bottom))
            ++part.bottom;
        set(part, false);
        const int x = part.left * cell_;
        const int y = part.top * cell_;
        return {.x = x,
                .y = y,
                .width = std::min(part.right * cell_, width_) - x,
                .height = std::min(part.bottom * cell_, height_) - y};
    }

    ImVec2 scale_;  // device pixels per CSS pixel
    int width_;     // in device pixels, as the following
    int height_;
    int cell_;
    int columns_;
    int rows_;
    std::vector<bool> wanted_;
};

bool is_clear(const ImDrawVert& vertex) {
    return (vertex.col & IM_COL32_A_MASK) == 0;
}

void add_triangle(Grid& grid, const std::array<const ImDrawVert*, 3>& corners, const ImRect& clip) {
    if (std::ranges::all_of(corners, [](const ImDrawVert* corner) { return is_clear(*corner); }))
        return;
    ImRect box(corners[0]->pos, corners[0]->pos);
    box.Add(corners[1]->pos);
    box.Add(corners[2]->pos);
    if (!box.Overlaps(clip))
        return;
    box.ClipWith(clip);
    grid.set(grid.touched(box.Min, box.Max), true);
}

void add(Grid& grid, const ImDrawList& list) {
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
        const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
        const ImDrawIdx* const end = index + command.ElemCount;
        for (; end - index >= 3; index += 3)
            add_triangle(grid, {vertices + index[0], vertices + index[1], vertices + index[2]},
                         ImRect(command.ClipRect));
    }
}

}  // namespace

std::vector<PixelRect> parts_with_ink(const ImDrawData& drawn,
                                      std::span<const VideoPlace> pictures) {
    Grid grid(drawn);
    for (const VideoPlace& picture : pictures)
        if (picture.visible)
            grid.set(grid.inside(picture.rect), false);
    for (const ImDrawList* list : drawn.CmdLists)
        add(grid, *list);
    if (grid.wants_all())
        return {};
    return grid.take_parts();
}

}  // namespace malgil::frame
