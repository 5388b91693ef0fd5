#include "client/ui/stage.hpp"

#include "assets/icons.hpp"
#include "client/ui/grid.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/tile.hpp"
#include "client/ui/type.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace malgil::ui {

namespace {

void draw_waiting(const View& view, const ImRect& box) {
    const std::string waiting =
        view.shaped(view.texts(Text::waiting, {{"channel", view.state.channel}}));
    const std::string_view how = view.texts(Text::waiting_hint);
    const float width = std::min(box.GetWidth() - 2 * theme::space_16, 520.0F);
    const float x = std::round(box.GetCenter().x - width / 2);
    constexpr float icon = 40;
    const float height = icon + theme::space_16 + wrapped_height(view, headline, waiting, width) +
                         theme::space_8 + wrapped_height(view, body, how, width);
    float y = std::round(box.GetCenter().y - height / 2);
    draw_icon(view, {box.GetCenter().x, y + icon / 2}, icon, theme::faint, assets::icon::people);
    y += icon + theme::space_16;
    y += paragraph(view, {x, y}, width, headline, theme::text, waiting, Align::centre,
                   frame::Role::status);
    y += theme::space_8;
    paragraph(view, {x, y}, width, body, theme::quiet_text, how, Align::centre);
}

/// One's own picture in the corner: upright where the stage is, beside the others where they leave
/// the corner free, and small enough to leave the middle of the tile that it lies on.
ImRect own_box(const ImRect& stage, const std::vector<ImRect>& tiles) {
    constexpr float aspect = 3.0F / 4;
    const bool upright = stage.GetHeight() > stage.GetWidth();
    const float shorter = std::min(stage.GetWidth(), stage.GetHeight());
    float length = std::clamp(shorter * 0.34F, 96.0F, 220.0F);
    if (tiles.size() > 1) {
        const ImRect& last = tiles.back();
        const float free = stage.Max.x - last.Max.x - theme::space_8 - theme::space_12;
        const float most = free > theme::space_32
                               ? (upright ? free / aspect : free)
                               : 0.32F * std::min(last.GetWidth(), last.GetHeight());
        length = std::max(64.0F, std::min(length, most));
    }
    const ImVec2 size = upright ? ImVec2(std::floor(length * aspect), std::floor(length))
                                : ImVec2(std::floor(length), std::floor(length * aspect));
    const ImVec2 corner{std::floor(stage.Max.x - theme::space_12),
                        std::floor(stage.Max.y - theme::space_12)};
    return {corner.x - size.x, corner.y - size.y, corner.x, corner.y};
}

}  // namespace

void draw_stage(const View& view, const ImRect& box) {
    const auto& roster = view.state.roster;
    if (roster.empty())
        draw_waiting(view, box);
    const auto boxes = tile_grid(box, roster.size(), theme::space_8);
    const ImRect own = own_box(box, boxes);
    for (std::size_t i = 0; i < roster.size(); ++i)
        draw_peer_tile(view, boxes[i], roster[i], own);
    draw_own_tile(view, own);
}

void keep_stage_playing(const View& view) {
    for (const call::Peer& peer : view.state.roster)
        view.recorder.add(frame::VideoPlace{.user_id = peer.user.str(), .visible = false});
    view.recorder.add(
        frame::VideoPlace{.user_id = view.state.user, .self = true, .visible = false});
}

}  // namespace malgil::ui
