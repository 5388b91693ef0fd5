#include "client/ui/tile_ground.hpp"

#include <array>

namespace malgil::ui {

namespace {

/// What lies between the corner of a box and the arc that rounds it. `outward` is the direction
/// from the middle of the box to the corner: 1 or -1 on each axis.
void fill_corner(ImDrawList& list, ImVec2 corner, ImVec2 outward, float radius, ImU32 colour) {
    const ImVec2 centre{corner.x - outward.x * radius, corner.y - outward.y * radius};
    const float across = outward.x > 0 ? 0 : IM_PI;
    const float quarter = outward.x * outward.y > 0 ? IM_PI / 2 : -IM_PI / 2;
    list.PathLineTo(corner);
    list.PathArcTo(centre, radius, across, across + quarter);
    list.PathFillConcave(colour);
}

}  // namespace

void fill_around(const ImRect& box, float radius, ImU32 colour, const ImRect& hole,
                 float hole_radius) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (!box.Overlaps(hole)) {
        list.AddRectFilled(box.Min, box.Max, colour, radius);
        return;
    }
    const std::array parts{ImRect(box.Min.x, box.Min.y, box.Max.x, hole.Min.y),
                           ImRect(box.Min.x, hole.Max.y, box.Max.x, box.Max.y),
                           ImRect(box.Min.x, hole.Min.y, hole.Min.x, hole.Max.y),
                           ImRect(hole.Max.x, hole.Min.y, box.Max.x, hole.Max.y)};
    for (const ImRect& part : parts) {
        if (part.Min.x >= part.Max.x || part.Min.y >= part.Max.y)
            continue;
        list.PushClipRect(part.Min, part.Max, true);
        list.AddRectFilled(box.Min, box.Max, colour, radius);
        list.PopClipRect();
    }
    list.PushClipRect(box.Min, box.Max, true);
    fill_corner(list, hole.Min, {-1, -1}, hole_radius, colour);
    fill_corner(list, {hole.Max.x, hole.Min.y}, {1, -1}, hole_radius, colour);
    fill_corner(list, hole.Max, {1, 1}, hole_radius, colour);
    fill_corner(list, {hole.Min.x, hole.Max.y}, {-1, 1}, hole_radius, colour);
    list.PopClipRect();
}

}  // namespace malgil::ui
