#pragma once

#include "web/error.hpp"
#include "web/listener.hpp"
#include "web/val.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace malgil::web {

enum class TrackKind { audio, video };

/// The word of the DOM: "audio" or "video".
[[nodiscard]] const char* to_string(TrackKind kind);

/// https://www.w3.org/TR/mediacapture-streams/#mediastreamtrack. A copy is the same track.
class MediaStreamTrack {
public:
    explicit MediaStreamTrack(val track) : track_(std::move(track)) {}

    [[nodiscard]] TrackKind kind() const;
    [[nodiscard]] bool is_live() const;   // readyState
    [[nodiscard]] bool is_muted() const;  // nothing arrives at present
    /// Of its picture as it is captured, in pixels; 0 where it is not known.
    [[nodiscard]] int height() const;
    [[nodiscard]] std::string label() const;
    /// `getSettings()`; undefined where the browser knows none.
    [[nodiscard]] val settings() const;
    /// https://www.w3.org/TR/mediacapture-streams/#dom-mediastreamtrack-applyconstraints
    void apply_constraints(const val& constraints, std::function<void()> on_done,
                           std::function<void(const DomError& error)> on_error) const;
    void set_enabled(bool enabled);
    /// https://www.w3.org/TR/mst-content-hint/
    void set_content_hint(const char* hint);
    /// Another track of the same source.
    [[nodiscard]] MediaStreamTrack clone() const;
    /// Ends it for good; the camera's light goes out where no other track is of that source. No
    /// event "ended" comes.
    void stop();

    /// Of "ended", "mute" and "unmute".
    [[nodiscard]] Listener listen(const char* event, std::function<void()> function) const;

    [[nodiscard]] const val& js() const noexcept { return track_; }

    friend bool operator==(const MediaStreamTrack& a, const MediaStreamTrack& b) {
        return a.track_.strictlyEquals(b.track_);
    }

private:
    val track_;
};

/// https://www.w3.org/TR/mediacapture-streams/#mediastream. A copy is the same stream.
class MediaStream {
public:
    /// A new one, without tracks. Undefined where the browser knows no MediaStream.
    MediaStream();

    explicit MediaStream(val stream) : stream_(std::move(stream)) {}

    [[nodiscard]] std::vector<MediaStreamTrack> tracks() const;
    void add(const MediaStreamTrack& track);
    void remove(const MediaStreamTrack& track);

    [[nodiscard]] const val& js() const noexcept { return stream_; }

private:
    val stream_;
};

}  // namespace malgil::web
