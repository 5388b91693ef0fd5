#include "client/ui/screen_tile.hpp"

#include "assets/icons.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/widgets.hpp"

#include <algorithm>

namespace malgil::ui {

namespace {

/// The box of the picture itself in its tile: a screen is always shown whole.
ImRect picture_in(const View& view, const ImRect& box, const frame::VideoId& video) {
    const float aspect = view.around.video_aspect ? view.around.video_aspect(video) : 0;
    if (aspect <= 0)
        return box;
    const float width = std::min(box.GetWidth(), box.GetHeight() * aspect);
    return box_around(box.GetCenter(), {std::floor(width), std::floor(width / aspect)});
}

void draw_screen(const View& view, const ImRect& box, const frame::VideoId& video,
                 std::string_view name, bool arrives) {
    const ImRect picture = picture_in(view, box, video);
    view.recorder.add(frame::VideoPlace{.user_id = video.user_id,
                                        .self = video.self,
                                        .screen = true,
                                        .rect = rect_of(picture),
                                        .radius = theme::radius_field,
                                        .contain = true,
                                        .visible = arrives});
    if (!arrives) {
        ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, theme::surface,
                                                  theme::radius_tile);
        draw_centred(view, box, body, theme::quiet_text,
                     elided(view, body, view.texts(Text::screen_starting),
                            box.GetWidth() - 2 * theme::space_12));
    }
    const float margin = picture.GetHeight() > 140 ? theme::space_12 : theme::space_4;
    const ImRect label =
        chip(view, inset(picture, margin, margin), view.shaped(name), assets::icon::screen);
    view.recorder.add(
        frame::Node{.role = frame::Role::text, .name = std::string(name), .rect = rect_of(label)});
}

}  // namespace

bool shows_screen(const call::Peer& peer) {
    const bool connected = peer.state == call::ConnectionState::connected ||
                           peer.state == call::ConnectionState::disconnected;
    return connected && peer.presence && peer.presence->screen;
}

void draw_peer_screen(const View& view, const ImRect& box, const call::Peer& peer) {
    draw_screen(view, box, {.user_id = peer.user.str(), .screen = true},
                view.texts(Text::peer_screen, {{"user", peer.user.str()}}), peer.sends_screen);
}

void draw_own_screen(const View& view, const ImRect& box) {
    draw_screen(view, box, {.user_id = view.state.user, .self = true, .screen = true},
                view.texts(Text::own_screen), true);
}

}  // namespace malgil::ui
