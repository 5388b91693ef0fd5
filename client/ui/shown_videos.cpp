#include "client/ui/shown_videos.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::ui {

static float height_of(const frame::VideoPlace& place, float aspect) {
    const float by_width = place.rect.width / aspect;
    // A tile whose picture has not come yet has its place; one that lies under the chat has none.
    if (place.rect.height <= 0)
        return 0;
    return place.contain ? std::min(place.rect.height, by_width)
                         : std::max(place.rect.height, by_width);
}

call::VideosShown shown_videos(std::span<const frame::VideoPlace> places,
                               const Surroundings& surroundings, float pixel_ratio) {
    constexpr float usual_aspect = 16.0F / 9;
    call::VideosShown shown;
    for (const frame::VideoPlace& place : places) {
        auto user = call::UserId::parse(place.user_id);
        if (place.self || !user)
            continue;
        const float known = surroundings.video_aspect ? surroundings.video_aspect(place.id()) : 0;
        const float height = height_of(place, known > 0 ? known : usual_aspect) * pixel_ratio;
        shown.videos.push_back({.user = *std::move(user),
                                .screen = place.screen,
                                .height = static_cast<int>(std::ceil(height))});
    }
    return shown;
}

}  // namespace malgil::ui
