#include "client/platform/screen_capture.hpp"

#include "client/platform/log.hpp"

#include <string>
#include <utility>

namespace malgil::platform {

namespace {

using web::val;

// https://www.w3.org/TR/screen-capture/#dom-displaymediastreamoptions
val options() {
    return web::object({
        {"video", web::object({{"frameRate", web::object({{"ideal", val(30)}})}})},
        // The sound of a film is not a voice: nothing is to be cleaned from it.
        {"audio", web::object({{"echoCancellation", val(false)},
                               {"noiseSuppression", val(false)},
                               {"autoGainControl", val(false)}})},
        {"systemAudio", val("include")},
        {"surfaceSwitching", val("include")},
        // A picture of this page in this page has no end.
        {"selfBrowserSurface", val("exclude")},
    });
}

call::ScreenError screen_error(const web::DomError& error) {
    switch (error.name) {
        case web::ErrorName::not_allowed:
        case web::ErrorName::abort:
            return call::ScreenError::refused;
        default:
            return call::ScreenError::failed;
    }
}

}  // namespace

ScreenCapture::ScreenCapture(EventSink& sink, std::function<void()> on_tracks)
    : sink_(sink), on_tracks_(std::move(on_tracks)) {}

void ScreenCapture::perform(const call::OpenScreen& effect) {
    const call::CaptureId id = effect.capture;
    current_ = id;
    devices_.get_display_media(
        options(), alive_.guard([this, id](const web::MediaStream& chosen) { use(id, chosen); }),
        alive_.guard([this, id](const web::DomError& error) {
            log("getDisplayMedia: " + error.text);
            sink_.post(call::ScreenOpened{.capture = id, .error = screen_error(error)});
        }));
}

void ScreenCapture::perform(const call::CloseScreen& effect) {
    if (effect.capture != current_)
        return;
    current_ = {};
    drop();
    on_tracks_();
}

void ScreenCapture::use(call::CaptureId id, const web::MediaStream& chosen) {
    for (web::MediaStreamTrack track : chosen.tracks()) {
        if (id != current_) {
            track.stop();
            continue;
        }
        stream_.add(track);
        if (track.kind() != web::TrackKind::video)
            continue;
        // Letters and lines stay sharp: https://www.w3.org/TR/mst-content-hint/
        track.set_content_hint("detail");
        ended_ = track.listen("ended", [this, id] {
            drop();
            on_tracks_();
            sink_.post(call::ScreenLost{id});
        });
    }
    if (id != current_)
        return;
    on_tracks_();
    sink_.post(call::ScreenOpened{.capture = id, .error = std::nullopt});
}

void ScreenCapture::drop() {
    ended_ = web::Listener();
    for (web::MediaStreamTrack track : stream_.tracks()) {
        track.stop();
        stream_.remove(track);
    }
}

}  // namespace malgil::platform
