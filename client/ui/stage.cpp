#include "client/ui/stage.hpp"

#include "assets/icons.hpp"
#include "client/ui/grid.hpp"
#include "client/ui/screen_tile.hpp"
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

/// One's own screen above one's own picture, as wide: what is on it is known.
ImRect own_screen_box(const ImRect& own) {
    const float height = std::floor(std::max(own.GetWidth() * 9 / 16, 40.0F));
    const float bottom = own.Min.y - theme::space_8;
    return {own.Min.x, bottom - height, own.Max.x, bottom};
}

/// Nobody else shares anything.
void draw_people(const View& view, const ImRect& box) {
    const auto& roster = view.state.roster;
    if (roster.empty())
        draw_waiting(view, box);
    const auto boxes = tile_grid(box, roster.size(), theme::space_8);
    const ImRect own = own_box(box, boxes);
    for (std::size_t i = 0; i < roster.size(); ++i)
        draw_peer_tile(view, boxes[i], roster[i], own);
    if (view.state.screen.is_on())
        draw_own_screen(view, own_screen_box(own));
    draw_own_tile(view, own);
}

struct Split {
    ImRect screens;
    ImRect people;
};

/// The people at the right where the stage is wide, else below.
Split split(const ImRect& box) {
    Split parts{.screens = box, .people = box};
    if (box.GetWidth() > box.GetHeight()) {
        const float width = std::floor(std::clamp(box.GetWidth() * 0.2F, 96.0F, 220.0F));
        parts.people.Min.x = box.Max.x - width;
        parts.screens.Max.x = parts.people.Min.x - theme::space_8;
    } else {
        const float height = std::floor(std::clamp(box.GetHeight() * 0.24F, 72.0F, 200.0F));
        parts.people.Min.y = box.Max.y - height;
        parts.screens.Max.y = parts.people.Min.y - theme::space_8;
    }
    return parts;
}

/// Tiles in a column, from the top on, no higher than pictures are.
void make_flatter(std::vector<ImRect>& column) {
    const float most = std::floor(column.front().GetWidth() * 3 / 4);
    const float height = std::min(column.front().GetHeight(), most);
    const float pitch = column.front().GetHeight() - height;
    const float top = column.front().Min.y;
    for (ImRect& box : column) {
        const float row = std::round((box.Min.y - top) / (box.GetHeight() + theme::space_8));
        box.TranslateY(-row * pitch);
        box.Max.y = box.Min.y + height;
    }
}

void draw_screens(const View& view, const ImRect& box,
                  const std::vector<const call::Peer*>& sharers) {
    const auto [screens, people] = split(box);
    const auto large = tile_grid(screens, sharers.size(), theme::space_8);
    for (std::size_t i = 0; i < sharers.size(); ++i)
        draw_peer_screen(view, large[i], *sharers[i]);

    const auto& roster = view.state.roster;
    const bool shares = view.state.screen.is_on();
    auto small = tile_grid(people, roster.size() + (shares ? 2 : 1), theme::space_8);
    if (people.GetHeight() > people.GetWidth())
        make_flatter(small);
    const ImRect nowhere{};
    for (std::size_t i = 0; i < roster.size(); ++i)
        draw_peer_tile(view, small[i], roster[i], nowhere);
    if (shares)
        draw_own_screen(view, small[roster.size()]);
    draw_own_tile(view, small.back());
}

}  // namespace

void draw_stage(const View& view, const ImRect& box) {
    std::vector<const call::Peer*> sharers;
    for (const call::Peer& peer : view.state.roster)
        if (shows_screen(peer))
            sharers.push_back(&peer);
    if (sharers.empty())
        draw_people(view, box);
    else
        draw_screens(view, box, sharers);
}

void keep_stage_playing(const View& view) {
    for (const call::Peer& peer : view.state.roster) {
        view.recorder.add(frame::VideoPlace{.user_id = peer.user.str(), .visible = false});
        if (shows_screen(peer))
            view.recorder.add(
                frame::VideoPlace{.user_id = peer.user.str(), .screen = true, .visible = false});
    }
    view.recorder.add(
        frame::VideoPlace{.user_id = view.state.user, .self = true, .visible = false});
}

}  // namespace malgil::ui
