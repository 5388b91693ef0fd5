#include "web/media_stream.hpp"

#include "web/attempt.hpp"
#include "web/promise.hpp"

#include <cstddef>
#include <utility>

namespace malgil::web {

const char* to_string(TrackKind kind) {
    return kind == TrackKind::audio ? "audio" : "video";
}

TrackKind MediaStreamTrack::kind() const {
    return string_of(track_["kind"]) == "audio" ? TrackKind::audio : TrackKind::video;
}

bool MediaStreamTrack::is_live() const {
    return string_of(track_["readyState"]) == "live";
}

bool MediaStreamTrack::is_muted() const {
    return track_["muted"].isTrue();
}

int MediaStreamTrack::height() const {
    const Result settings = try_call(track_, "getSettings");
    return settings ? int_of((*settings)["height"]).value_or(0) : 0;
}

std::string MediaStreamTrack::label() const {
    return string_of(track_["label"]).value_or("");
}

val MediaStreamTrack::settings() const {
    return try_call(track_, "getSettings").value_or(val::undefined());
}

void MediaStreamTrack::apply_constraints(
    const val& constraints, std::function<void()> on_done,
    std::function<void(const DomError& error)> on_error) const {
    then_call(
        track_, "applyConstraints", {constraints},
        [on_done = std::move(on_done)](const val&) { on_done(); }, std::move(on_error));
}

void MediaStreamTrack::set_enabled(bool enabled) {
    track_.set("enabled", enabled);
}

void MediaStreamTrack::set_content_hint(const char* hint) {
    track_.set("contentHint", val(hint));
}

MediaStreamTrack MediaStreamTrack::clone() const {
    return MediaStreamTrack(track_.call<val>("clone"));
}

void MediaStreamTrack::stop() {
    track_.call<void>("stop");
}

Listener MediaStreamTrack::listen(const char* event, std::function<void()> function) const {
    return {track_, event, [function = std::move(function)](const val&) { function(); }};
}

MediaStream::MediaStream()
    : stream_(try_construct(val::global("MediaStream")).value_or(val::undefined())) {}

std::vector<MediaStreamTrack> MediaStream::tracks() const {
    std::vector<MediaStreamTrack> result;
    if (is_nullish(stream_))
        return result;
    const val list = stream_.call<val>("getTracks");
    const int count = int_of(list["length"]).value_or(0);
    result.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        result.emplace_back(list[i]);
    return result;
}

void MediaStream::add(const MediaStreamTrack& track) {
    stream_.call<void>("addTrack", track.js());
}

void MediaStream::remove(const MediaStreamTrack& track) {
    stream_.call<void>("removeTrack", track.js());
}

}  // namespace malgil::web
