#include "client/ui/tile.hpp"

#include "assets/icons.hpp"
#include "client/ui/badges.hpp"
#include "client/ui/quality_mark.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/tile_ground.hpp"
#include "client/ui/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::ui {

namespace {

/// A picture that would lose more than this share when it fills the tile is shown whole.
constexpr float most_cut = 0.4F;

bool loses_too_much(const View& view, const std::string& user, const ImRect& box) {
    const float aspect = view.around.video_aspect ? view.around.video_aspect({.user_id = user}) : 0;
    if (aspect <= 0 || box.GetHeight() <= 0)
        return false;
    const float tile = box.GetWidth() / box.GetHeight();
    return std::min(aspect / tile, tile / aspect) < 1 - most_cut;
}

/// What is said in the tile itself; empty when all is well.
std::string_view state_of(const View& view, const call::Peer& peer) {
    if (peer.unreachable)
        return view.texts(Text::peer_no_connection);
    switch (peer.state) {
        case call::ConnectionState::new_:
        case call::ConnectionState::connecting:
            return view.texts(Text::peer_connecting);
        case call::ConnectionState::disconnected:
        case call::ConnectionState::failed:
        case call::ConnectionState::closed:
            return view.texts(Text::peer_connection_lost);
        case call::ConnectionState::connected:
            break;
    }
    return {};
}

bool shows_picture(const call::Peer& peer) {
    const bool camera = peer.sends_video && (!peer.presence || peer.presence->camera);
    return camera && (peer.state == call::ConnectionState::connected ||
                      peer.state == call::ConnectionState::disconnected);
}

void draw_avatar_tile(const View& view, const ImRect& box, std::string_view user,
                      std::string_view state, const ImRect& own) {
    fill_around(box, theme::radius_tile, theme::surface, own, theme::radius_card);
    const float shorter = std::min(box.GetWidth(), box.GetHeight());
    const float diameter = std::round(std::clamp(shorter * 0.36F, 40.0F, 144.0F));
    const float below = state.empty() ? 0 : theme::space_12 + line_height(body);
    const ImVec2 centre = box.GetCenter();
    avatar(view, {centre.x, centre.y - below / 2}, diameter, user);
    if (!state.empty())
        draw_centred(view,
                     box_at({box.Min.x, centre.y - below / 2 + diameter / 2 + theme::space_12},
                            {box.GetWidth(), line_height(body)}),
                     body, theme::quiet_text,
                     elided(view, body, state, box.GetWidth() - theme::space_16));
}

/// On a picture that stands still.
void draw_state_on_picture(const View& view, const ImRect& box, std::string_view state) {
    const std::string cut = elided(view, body, state, box.GetWidth() - 2 * theme::space_16);
    const ImRect plate = box_around(
        box.GetCenter(),
        {width_of(view, body, cut) + 2 * theme::space_16, line_height(body) + 2 * theme::space_8});
    ImGui::GetWindowDrawList()->AddRectFilled(plate.Min, plate.Max, theme::veil,
                                              theme::radius_field);
    draw_centred(view, plate, body, theme::text, cut);
}

}  // namespace

void draw_peer_tile(const View& view, const ImRect& box, const call::Peer& peer,
                    const ImRect& own) {
    const std::string& user = peer.user.str();
    const bool picture = shows_picture(peer);
    const std::string_view state = state_of(view, peer);
    const bool muted =
        state.empty() && !(peer.presence ? peer.presence->microphone : peer.sends_audio);
    const bool hand = peer.presence && peer.presence->hand;
    view.recorder.add(frame::VideoPlace{.user_id = user,
                                        .rect = rect_of(box),
                                        .radius = theme::radius_tile,
                                        .contain = loses_too_much(view, user, box),
                                        .visible = picture});
    if (!picture)
        draw_avatar_tile(view, box, user, state, own);
    else if (!state.empty())
        draw_state_on_picture(view, box, state);

    ImRect room = inset(box, theme::space_12, theme::space_12);
    if (box.Overlaps(own))
        room.Max.x = std::min(room.Max.x, own.Min.x - theme::space_8);
    const ImRect name = chip(view, room, view.shaped(user),
                             muted ? assets::icon::microphone_off : std::string_view{});
    draw_badges(view, box, hand, peer.reaction);
    std::string said = muted ? view.texts(Text::peer_muted, {{"user", user}}) : user;
    if (hand)
        said.append(", ").append(view.texts(Text::hand_is_raised));
    if (!state.empty())
        said.append(", ").append(state);
    view.recorder.add(
        frame::Node{.role = frame::Role::text, .name = std::move(said), .rect = rect_of(name)});
    draw_quality_mark(view, box, own, peer);
}

void draw_own_tile(const View& view, const ImRect& box) {
    const call::MediaState& media = view.state.media;
    const bool picture = media.camera.sending();
    view.recorder.add(frame::VideoPlace{.user_id = view.state.user,
                                        .self = true,
                                        .rect = rect_of(box),
                                        .radius = theme::radius_card,
                                        .mirrored = true,
                                        .visible = picture});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (!picture) {
        list.AddRectFilled(box.Min, box.Max, theme::raised, theme::radius_card);
        avatar(view, box.GetCenter(), std::round(box.GetHeight() * 0.46F), view.state.user);
    }
    // A rim of the page's colour sets it off from the picture that it lies on.
    constexpr float rim = 2;
    const ImRect edge = inset(box, -rim / 2, -rim / 2);
    list.AddRect(edge.Min, edge.Max, theme::ground, theme::radius_card + rim / 2, 0, rim);
    draw_badges(view, box, view.state.hand, view.state.reaction);
    const std::string_view you = view.texts(Text::you);
    const ImRect name =
        chip(view, inset(box, theme::space_4, theme::space_4), you,
             media.microphone.sending() ? std::string_view{} : assets::icon::microphone_off);
    view.recorder.add(
        frame::Node{.role = frame::Role::text, .name = std::string(you), .rect = rect_of(name)});
}

}  // namespace malgil::ui
