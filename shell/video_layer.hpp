#pragma once

#include "shell/frame/semantics.hpp"
#include "web/alive.hpp"
#include "web/listener.hpp"
#include "web/val.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace malgil::shell {

/// The `<video>` elements under the canvas, one per user ID, and one more
/// for a screen. An element is there from its stream
/// on, whether or not a view leaves a place for it, so that its sound plays.
class VideoLayer {
public:
    /// `layer`: the element that holds the videos.
    explicit VideoLayer(web::val layer);

    VideoLayer(const VideoLayer&) = delete;
    VideoLayer& operator=(const VideoLayer&) = delete;
    VideoLayer(VideoLayer&&) = delete;
    VideoLayer& operator=(VideoLayer&&) = delete;
    ~VideoLayer() = default;

    /// `blocked`: the browser plays no sound without a gesture (NotAllowedError of `play()`); the
    /// picture is shown all the same. `started`: all that was blocked plays now. Neither comes
    /// from within the call that caused it.
    void set_playback_callbacks(std::function<void()> blocked, std::function<void()> started);

    /// Shows the stream (a MediaStream; null or undefined for none yet) as this user's. One's
    /// own is muted, and marked with `data-self`; a screen with `data-screen`. Setting the same
    /// stream again does nothing.
    void set_stream(const frame::VideoId& id, const web::val& stream);
    /// Takes the element away. Nothing where there is none.
    void remove(const frame::VideoId& id);
    /// `play()` with sound on every element that was held back; call it within a gesture.
    void play_held();

    /// A ring around the place of the picture, also where none is shown. No frame is drawn for it.
    void set_speaking(const frame::VideoId& id, bool speaking);

    /// The sound of all of them goes to the speaker with this ID from now on; empty: as the system
    /// sees fit. `failed` is called once for each element that refuses.
    /// https://www.w3.org/TR/audio-output/#dom-htmlmediaelement-setsinkid
    void use_speaker(std::string id, std::function<void()> failed);

    /// `changed`: somebody's picture has another shape than before, as when a phone is turned.
    void set_shape_callback(std::function<void()> changed);
    /// Width by height of a picture; 0 where none came yet.
    [[nodiscard]] float aspect(const frame::VideoId& id) const;

    /// Puts the elements where a frame left room for them; the others are hidden, and go on.
    void place(std::span<const frame::VideoPlace> places);

private:
    // A peer's ID may be the one that was typed for oneself, before the server refuses it.
    using Key = frame::VideoId;

    struct Video {
        web::val element;
        web::val stream;
        web::val ring = web::val::undefined();  // there since its person spoke first
        bool speaking = false;
        web::Listener on_resize;
        float aspect = 0;
        std::optional<frame::VideoPlace> place;  // as the element has it
        int layer = -1;                          // z-index
        bool held = false;
        bool placed = false;  // in the frame at hand
    };

    Video& video(const Key& key);
    static void place_ring(const Video& video);
    void play(const Key& key);
    void send_sound(const web::val& element);
    void held_back(const Key& key);
    void playing(const Key& key);
    void resized(const Key& key);

    web::val layer_;
    std::map<Key, Video> videos_;
    std::function<void()> blocked_;
    std::function<void()> started_;
    std::function<void()> shape_changed_;
    std::string speaker_;
    std::function<void()> speaker_failed_;
    web::Alive alive_;
};

}  // namespace malgil::shell
