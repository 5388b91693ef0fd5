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
    stream_.add(track);
}

bool RemoteMedia::arrives(web::TrackKind kind) const {
    return std::ranges::any_of(tracks_, [kind](const Remote& remote) {
        return remote.track.kind() == kind && remote.track.is_live() && !remote.track.is_muted();
    });
}

}  // namespace malgil::platform
