#pragma once

#include "web/listener.hpp"
#include "web/media_stream.hpp"

#include <array>
#include <functional>
#include <vector>

namespace malgil::platform {

/// What arrives of one peer: one stream, whatever streams the peer says its tracks belong to.
class RemoteMedia {
public:
    /// `on_change` is called when a track that was added ends, or begins or stops to arrive.
    explicit RemoteMedia(std::function<void()> on_change);

    RemoteMedia(const RemoteMedia&) = delete;
    RemoteMedia& operator=(const RemoteMedia&) = delete;
    RemoteMedia(RemoteMedia&&) = delete;
    RemoteMedia& operator=(RemoteMedia&&) = delete;
    ~RemoteMedia() = default;

    /// Replaces a former track of the same kind: a `<video>` plays the first one only.
    void add(const web::MediaStreamTrack& track);

    /// Whether the stream has the video tracks that were added. An element that plays a stream
    /// without them shows nothing, not the last picture.
    void show_video(bool shown);

    /// Whether anything of that kind arrives at present.
    [[nodiscard]] bool arrives(web::TrackKind kind) const;

    [[nodiscard]] const web::MediaStream& stream() const noexcept { return stream_; }

private:
    struct Remote {
        web::MediaStreamTrack track;
        std::array<web::Listener, 3> listeners;
    };

    std::function<void()> on_change_;
    web::MediaStream stream_;
    std::vector<Remote> tracks_;
    bool video_shown_ = true;
};

}  // namespace malgil::platform
