#include "client/call/video_encoding.hpp"

#include "client/call/notices.hpp"
#include "client/call/state.hpp"
#include "client/call/turn.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace malgil::call {

VideoEncoding encoding_for(std::size_t peers) {
    // Of 1280 × 720 at 30 frames a second: all of it goes to one; among seven each gets 320 × 180,
    // which is about what a tile of eight shows.
    static constexpr std::array<VideoEncoding, 8> by_peers{{
        {},
        {},
        {.max_bitrate = 1'200'000, .scale_resolution_by = 1.5, .max_framerate = 30},
        {.max_bitrate = 700'000, .scale_resolution_by = 2, .max_framerate = 24},
        {.max_bitrate = 450'000, .scale_resolution_by = 2, .max_framerate = 20},
        {.max_bitrate = 300'000, .scale_resolution_by = 3, .max_framerate = 20},
        {.max_bitrate = 220'000, .scale_resolution_by = 4, .max_framerate = 15},
        {.max_bitrate = 180'000, .scale_resolution_by = 4, .max_framerate = 15},
    }};
    return by_peers[std::min(peers, by_peers.size() - 1)];
}

VideoEncoding encoding_for(std::size_t peers, int shown, int captured) {
    // Steps, so that a window which is resized does not start the encoder anew with each pixel.
    static constexpr std::array<double, 7> scales{8, 6, 4, 3, 2, 1.5, 1};
    // A little blur is not seen; a step more would be.
    static constexpr double enough = 0.8;
    auto encoding = encoding_for(peers);
    encoding.active = shown > 0;
    if (!encoding.active || captured <= 0)
        return encoding;
    for (const auto scale : scales)
        if (scale == 1 || captured / scale >= enough * shown) {
            encoding.scale_resolution_by = std::max(encoding.scale_resolution_by, scale);
            break;
        }
    return encoding;
}

VideoEncoding screen_encoding_for(std::size_t peers) {
    // Text stays legible at a few frames a second, and not at a lower resolution.
    static constexpr std::array<VideoEncoding, 8> by_peers{{
        {},
        {.max_bitrate = 2'500'000, .max_framerate = 30},
        {.max_bitrate = 1'800'000, .max_framerate = 15},
        {.max_bitrate = 1'200'000, .max_framerate = 15},
        {.max_bitrate = 900'000, .max_framerate = 10},
        {.max_bitrate = 750'000, .max_framerate = 10},
        {.max_bitrate = 600'000, .max_framerate = 8},
        {.max_bitrate = 500'000, .max_framerate = 8},
    }};
    return by_peers[std::min(peers, by_peers.size() - 1)];
}

void shape_videos(State& state, Turn& turn) {
    const auto shape = [&turn](const Peer& peer, VideoSource source, VideoEncoding& now,
                               const VideoEncoding& wanted) {
        if (peer.state != ConnectionState::connected || now == wanted)
            return;
        now = wanted;
        turn.emit(EncodeVideo{.connection = peer.connection, .source = source, .encoding = wanted});
    };
    const auto screen =
        state.screen.is_on() ? screen_encoding_for(state.roster.size()) : VideoEncoding{};
    for (auto& peer : state.roster) {
        const auto camera = peer.shows ? encoding_for(state.roster.size(), peer.shows->camera,
                                                      state.media.camera_height)
                                       : encoding_for(state.roster.size());
        const PathLimit& limit = peer.path.limit;
        peer.path.wanted = camera;
        shape(peer, VideoSource::camera, peer.encoding, limit.camera(camera));
        shape(peer, VideoSource::screen, peer.screen_encoding,
              state.screen.is_on() ? limit.screen(screen) : screen);
    }
    const bool heavy = state.roster.size() + 1 >= heavy_members;
    if (std::exchange(state.heavy, heavy) == heavy)
        return;
    if (heavy)
        show(state.notices, turn, NoticeKind::call_heavy);
    else
        withdraw(state.notices, turn, NoticeKind::call_heavy);
}

}  // namespace malgil::call
