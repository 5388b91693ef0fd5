#include "shell/video_layer.hpp"

#include "shell/css.hpp"
#include "web/dom.hpp"
#include "web/promise.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace malgil::shell {

using web::val;

namespace {

void show(const val& element, const frame::VideoPlace& place) {
    set_class(element, "away", !place.visible);
    if (!place.visible) {
        for (const char* property : {"transform", "width", "height"})
            web::set_style(element, property, "");
        return;
    }
    set_place(element, place.rect);
    if (place.mirrored)
        web::set_style(element, "transform",
                       "translate(" + css_px(place.rect.x + place.rect.width) + "," +
                           css_px(place.rect.y) + ") scaleX(-1)");
    web::set_style(element, "border-radius", css_px(place.radius));
    web::set_style(element, "object-fit", place.contain ? "contain" : "cover");
}

}  // namespace

VideoLayer::VideoLayer(val layer) : layer_(std::move(layer)) {}

void VideoLayer::set_playback_callbacks(std::function<void()> blocked,
                                        std::function<void()> started) {
    blocked_ = std::move(blocked);
    started_ = std::move(started);
}

VideoLayer::Video& VideoLayer::video(const Key& key) {
    if (const auto known = videos_.find(key); known != videos_.end())
        return known->second;
    val element = web::create_element("video");
    web::set_attribute(element, "data-user-id", key.user_id);
    web::set_attribute(element, "aria-label", key.user_id);
    if (key.self)
        web::set_attribute(element, "data-self", "");
    if (key.screen)
        web::set_attribute(element, "data-screen", "");
    web::set_attribute(element, "playsinline", "");
    web::set_attribute(element, "autoplay", "");
    set_class(element, "away", true);
    element.set("muted", key.self);
    if (!key.self && !speaker_.empty())
        send_sound(element);
    layer_.call<void>("append", element);
    // https://html.spec.whatwg.org/#event-media-resize
    web::Listener on_resize(element, "resize", [this, key](const val&) { resized(key); });
    Video& added = videos_[key];
    added.element = std::move(element);
    added.stream = val::null();
    added.on_resize = std::move(on_resize);
    return added;
}

void VideoLayer::set_stream(const Key& key, const val& stream) {
    Video& shown = video(key);
    const val wanted = web::is_nullish(stream) ? val::null() : stream;
    if (shown.stream.strictlyEquals(wanted))
        return;
    shown.stream = wanted;
    shown.element.set("srcObject", wanted);
    if (!wanted.isNull())
        play(key);
}

void VideoLayer::remove(const Key& key) {
    const auto found = videos_.find(key);
    if (found == videos_.end())
        return;
    found->second.element.set("srcObject", val::null());
    found->second.element.call<void>("remove");
    if (!found->second.ring.isUndefined())
        found->second.ring.call<void>("remove");
    videos_.erase(found);
}

void VideoLayer::play(const Key& key) {
    web::then(video(key).element.call<val>("play"),
              alive_.guard([this, key](const val&) { playing(key); }),
              alive_.guard([this, key](const web::DomError& error) {
                  // An AbortError is no answer: another stream, or the end, came in between.
                  if (error.name == web::ErrorName::not_allowed)
                      held_back(key);
              }));
}

void VideoLayer::held_back(const Key& key) {
    const auto found = videos_.find(key);
    if (found == videos_.end() || found->second.held)
        return;
    found->second.held = true;
    // Without its sound it may play; the answer does not matter.
    found->second.element.set("muted", true);
    web::then(
        found->second.element.call<val>("play"), [](const val&) {}, [](const web::DomError&) {});
    if (blocked_)
        blocked_();
}

void VideoLayer::playing(const Key& key) {
    const auto found = videos_.find(key);
    if (found == videos_.end() || !found->second.held)
        return;
    found->second.held = false;
    const auto is_held = [](const auto& entry) { return entry.second.held; };
    if (started_ && std::ranges::none_of(videos_, is_held))
        started_();
}

void VideoLayer::play_held() {
    for (auto& [key, video] : videos_) {
        if (!video.held)
            continue;
        video.element.set("muted", false);
        play(key);
    }
}

void VideoLayer::set_speaking(const Key& key, bool speaking) {
    const auto found = videos_.find(key);
    if (found == videos_.end() || std::exchange(found->second.speaking, speaking) == speaking)
        return;
    Video& video = found->second;
    if (video.ring.isUndefined()) {
        video.ring = web::create_element("div");
        web::set_attribute(video.ring, "class", "ring");
        place_ring(video);
        layer_.call<void>("append", video.ring);
    }
    // It stays, unseen between two sentences: nothing is laid out or painted anew for it then.
    set_class(video.ring, "on", speaking);
}

// Outside of the box, where the canvas is clear: the ground of a tile without a picture is not.
void VideoLayer::place_ring(const Video& video) {
    if (video.ring.isUndefined())
        return;
    const bool shown = video.place && video.place->rect.width > 0;
    web::set_style(video.ring, "display", shown ? "" : "none");
    if (!shown)
        return;
    set_place(video.ring, video.place->rect);
    web::set_style(video.ring, "border-radius", css_px(video.place->radius));
}

void VideoLayer::use_speaker(std::string id, std::function<void()> failed) {
    speaker_ = std::move(id);
    speaker_failed_ = std::move(failed);
    for (const auto& [key, video] : videos_)
        if (!key.self)
            send_sound(video.element);
}

void VideoLayer::send_sound(const val& element) {
    web::then_call(
        element, "setSinkId", {val(speaker_)}, [](const val&) {},
        alive_.guard([this, id = speaker_](const web::DomError&) {
            if (id == speaker_ && speaker_failed_)
                speaker_failed_();
        }));
}

void VideoLayer::set_shape_callback(std::function<void()> changed) {
    shape_changed_ = std::move(changed);
}

void VideoLayer::resized(const Key& key) {
    const auto found = videos_.find(key);
    if (found == videos_.end())
        return;
    Video& video = found->second;
    const float width = video.element["videoWidth"].as<float>();
    const float height = video.element["videoHeight"].as<float>();
    const float aspect = height > 0 ? width / height : 0;
    // A sender that adapts to the network changes the size, and rounds it; the shape stays.
    constexpr float rounding = 0.05F;
    if (std::abs(aspect - video.aspect) <= rounding * aspect)
        return;
    video.aspect = aspect;
    if (shape_changed_)
        shape_changed_();
}

float VideoLayer::aspect(const Key& key) const {
    const auto found = videos_.find(key);
    return found == videos_.end() ? 0 : found->second.aspect;
}

void VideoLayer::place(std::span<const frame::VideoPlace> places) {
    for (auto& [key, video] : videos_)
        video.placed = false;
    int layer = 0;
    for (const frame::VideoPlace& place : places) {
        const auto found = videos_.find(place.id());
        if (found == videos_.end())
            continue;
        Video& video = found->second;
        video.placed = true;
        if (video.place != place) {
            video.place = place;
            show(video.element, place);
            place_ring(video);
        }
        if (video.layer != layer) {
            video.layer = layer;
            web::set_style(video.element, "z-index", std::to_string(layer));
        }
        ++layer;
    }
    for (auto& [key, video] : videos_) {
        if (video.placed || !video.place || !video.place->visible)
            continue;
        video.place->visible = false;
        show(video.element, *video.place);
        video.place->rect = {};
        place_ring(video);
    }
}

}  // namespace malgil::shell
