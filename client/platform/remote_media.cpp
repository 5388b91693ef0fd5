#include "client/platform/remote_media.hpp"

#include <algorithm>
#include <utility>

namespace malgil::platform {

RemoteMedia::RemoteMedia(std::function<void()> on_change) : on_change_(std::move(on_change)) {}

void RemoteMedia::add(const web::MediaStreamTrack& track) {
    const auto replaced =
        std::ranges::remove_if(tracks_, [this, kind = track.kind()](const Remote& remote) {
            if (remote.track.kind() != kind)
                return false;
            stream_.remove(remote.track);
            return true;
        });
    tracks_.erase(replaced.begin(), replaced.end());
    tracks_.push_back(
        {.track = track,
         .listeners = {track.listen("mute", on_change_), track.listen("unmute", on_change_),
                       track.listen("ended", on_change_)}});
    if (video_shown_ || track.kind() != web::TrackKind::video)
        stream_.add(track);
}

void RemoteMedia::show_video(bool shown) {
    video_shown_ = shown;
    for (const Remote& remote : tracks_) {
        if (remote.track.kind() != web::TrackKind::video)
            continue;
        if (shown)
            stream_.add(remote.track);
        else
            stream_.remove(remote.track);
    }
}

bool RemoteMedia::arrives(web::TrackKind kind) const {
    return std::ranges::any_of(tracks_, [kind](const Remote& remote) {
        return remote.track.kind() == kind && remote.track.is_live() && !remote.track.is_muted();
    });
}

}  // namespace malgil::platform
