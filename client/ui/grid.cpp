#include "client/ui/grid.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::ui {

namespace {

struct Shape {
    std::size_t columns, rows;
    ImVec2 cell;
};

Shape shape_of(const ImRect& box, std::size_t tiles, std::size_t columns, float gap) {
    const std::size_t rows = (tiles + columns - 1) / columns;
    const auto share = [gap](float length, std::size_t parts) {
        const auto count = static_cast<float>(parts);
        return std::max(1.0F, std::floor((length - gap * (count - 1)) / count));
    };
    return {columns, rows, {share(box.GetWidth(), columns), share(box.GetHeight(), rows)}};
}

/// The area of the largest 4:3 picture in a cell: about what most cameras give.
float picture_area(ImVec2 cell) {
    constexpr float aspect = 4.0F / 3;
    const float width = std::min(cell.x, cell.y * aspect);
    return width * width / aspect;
}

}  // namespace

std::vector<ImRect> tile_grid(const ImRect& box, std::size_t tiles, float gap) {
    if (tiles == 0)
        return {};
    Shape best = shape_of(box, tiles, 1, gap);
    for (std::size_t columns = 2; columns <= tiles; ++columns) {
        const Shape shape = shape_of(box, tiles, columns, gap);
        if (picture_area(shape.cell) > picture_area(best.cell))
            best = shape;
    }

    std::vector<ImRect> boxes;
    boxes.reserve(tiles);
    for (std::size_t row = 0; row < best.rows; ++row) {
        const float y = box.Min.y + static_cast<float>(row) * (best.cell.y + gap);
        float x = box.Min.x;
        for (std::size_t column = 0; column < best.columns && boxes.size() < tiles; ++column) {
            boxes.emplace_back(x, y, x + best.cell.x, y + best.cell.y);
            x += best.cell.x + gap;
        }
    }
    return boxes;
}

}  // namespace malgil::ui
