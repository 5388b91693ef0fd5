#include "shell/pixel_grid.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace malgil::shell {

namespace {

using Quad = std::array<ImDrawVert*, 4>;  // clockwise from the upper left corner

// As ImFont::RenderText writes them: two triangles over four vertices in a row.
bool is_quad(const ImDrawIdx* index) {
    const ImDrawIdx first = index[0];
    return index[1] == first + 1 && index[2] == first + 2 && index[3] == first &&
           index[4] == first + 2 && index[5] == first + 3;
}

bool is_upright(const Quad& quad, ImVec2 ImDrawVert::* at) {
    const ImVec2 from = quad[0]->*at;
    const ImVec2 to = quad[2]->*at;
    return from.x < to.x && from.y < to.y && (quad[1]->*at).x == to.x &&
           (quad[1]->*at).y == from.y && (quad[3]->*at).x == from.x && (quad[3]->*at).y == to.y;
}

// Whether a device pixel of it is a pixel of the texture: a glyph, drawn as large as it was baked.
bool is_unscaled(const Quad& quad, ImVec2 scale, ImVec2 texture) {
    const float width = (quad[2]->pos.x - quad[0]->pos.x) * scale.x;
    const float height = (quad[2]->pos.y - quad[0]->pos.y) * scale.y;
    return std::abs(width - (quad[2]->uv.x - quad[0]->uv.x) * texture.x) < 0.1F &&
           std::abs(height - (quad[2]->uv.y - quad[0]->uv.y) * texture.y) < 0.1F;
}

void snap(const Quad& quad, ImVec2 scale) {
    const ImVec2 corner = quad[0]->pos;
    const float right = std::round(corner.x * scale.x) / scale.x - corner.x;
    const float down = std::round(corner.y * scale.y) / scale.y - corner.y;
    for (ImDrawVert* vertex : quad) {
        vertex->pos.x += right;
        vertex->pos.y += down;
    }
}

void snap(ImDrawList& list, const ImDrawCmd& command, ImVec2 scale) {
    const ImTextureData* texture = command.TexRef._TexData;
    if (texture == nullptr)
        return;
    const ImVec2 size(static_cast<float>(texture->Width), static_cast<float>(texture->Height));
    ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawIdx* end = index + command.ElemCount;
    while (end - index >= 6) {
        if (!is_quad(index)) {
            index += 3;
            continue;
        }
        ImDrawVert* first = vertices + *index;
        const Quad quad{first, first + 1, first + 2, first + 3};
        if (is_upright(quad, &ImDrawVert::pos) && is_upright(quad, &ImDrawVert::uv) &&
            is_unscaled(quad, scale, size))
            snap(quad, scale);
        index += 6;
    }
}

}  // namespace

void snap_glyphs(ImDrawData& data) {
    const ImVec2 scale = data.FramebufferScale;
    if (scale.x == std::round(scale.x) && scale.y == std::round(scale.y))
        return;
    for (ImDrawList* list : data.CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer)
            snap(*list, command, scale);
}

}  // namespace malgil::shell
