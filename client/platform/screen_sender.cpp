#include "client/platform/screen_sender.hpp"

#include "client/platform/convert.hpp"
#include "client/platform/log.hpp"

#include <cstddef>

namespace malgil::platform {

namespace {

using web::TrackKind;

std::optional<web::MediaStreamTrack> track_of(const web::MediaStream& stream, TrackKind kind) {
    for (const web::MediaStreamTrack& track : stream.tracks())
        if (track.kind() == kind)
            return track;
    return std::nullopt;
}

}  // namespace

void ScreenSender::send(web::RTCPeerConnection& connection, const web::MediaStream& screen) {
    for (const TrackKind kind : {TrackKind::audio, TrackKind::video}) {
        const auto track = track_of(screen, kind);
        auto& transceiver = sending_[static_cast<std::size_t>(kind)];
        if (transceiver) {
            if (transceiver->sent_track() == track)
                continue;
            transceiver->replace_track(track);
            transceiver->set_direction(track ? web::Direction::send : web::Direction::none);
        } else if (track) {
            auto added = connection.add_transceiver(*track, screen, web::Direction::send);
            if (added)
                transceiver = *std::move(added);
            else
                log("addTransceiver: " + added.error().text);
        }
    }
}

void ScreenSender::encode(const call::VideoEncoding& encoding) {
    if (auto& video = sending_[static_cast<std::size_t>(TrackKind::video)])
        video->encode(to_web(encoding));
}

}  // namespace malgil::platform
