#include "client/platform/capture.hpp"

#include "client/platform/capture_constraints.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

namespace malgil::platform {

namespace {

using call::CaptureError;
using call::Device;
using web::val;

// Chromium tells a question that was closed from one that was answered with no. Asking for each
// device alone would ask the same person twice more.
bool was_dismissed(const web::DomError& error) {
    return error.name == web::ErrorName::not_allowed &&
           std::string_view(error.text).contains("dismissed");
}

// What is there after all may be another one than what was wished for.
bool is_missing(CaptureError error) {
    return error == CaptureError::not_found;
}

Device device_of(const web::MediaStreamTrack& track) {
    return track.kind() == web::TrackKind::audio ? Device::microphone : Device::camera;
}

}  // namespace

Capture::Capture(EventSink& sink, std::function<void()> on_tracks, std::function<void()> on_opened)
    : sink_(sink), on_tracks_(std::move(on_tracks)), on_opened_(std::move(on_opened)) {}

Capture::Own& Capture::own(Device device) {
    return own_[device == Device::microphone ? 0 : 1];
}

void Capture::perform(const call::OpenCapture& effect) {
    Attempt attempt{.id = effect.capture,
                    .microphone = effect.microphone,
                    .camera = effect.camera,
                    .wishes = effect.wishes,
                    .tracks = {},
                    .microphone_error = std::nullopt,
                    .camera_error = std::nullopt};
    current_ = effect.capture;
    if (!devices_.exist()) {
        const CaptureError error =
            web::is_secure_context() ? CaptureError::unsupported : CaptureError::insecure_context;
        attempt.microphone_error = error;
        attempt.camera_error = error;
        finish(attempt);
        return;
    }
    // Some systems lend a device only once: what is open would be in use by ourselves.
    if (effect.microphone)
        drop(Device::microphone);
    if (effect.camera)
        drop(Device::camera);
    if (effect.microphone && effect.camera)
        open_together(attempt);
    else if (effect.microphone)
        open_microphone(attempt);
    else
        open_camera(attempt);
}

// One question to the person instead of two.
void Capture::open_together(const Attempt& attempt) {
    devices_.get_user_media(audio_constraints(attempt.wishes), video_constraints(attempt.wishes),
                            alive_.guard([this, attempt](const web::MediaStream& stream) {
                                Attempt done = attempt;
                                done.tracks = stream.tracks();
                                finish(done);
                            }),
                            alive_.guard([this, attempt](const web::DomError& error) {
                                if (!was_dismissed(error)) {
                                    open_microphone(attempt);
                                    return;
                                }
                                Attempt done = attempt;
                                done.microphone_error = CaptureError::refused;
                                done.camera_error = CaptureError::refused;
                                finish(done);
                            }));
}

void Capture::open_microphone(const Attempt& attempt) {
    const auto go_on = [this](const Attempt& done) {
        if (done.camera && done.id == current_)
            open_camera(done);
        else
            finish(done);
    };
    devices_.get_user_media(audio_constraints(attempt.wishes), val(false),
                            alive_.guard([attempt, go_on](const web::MediaStream& stream) {
                                Attempt done = attempt;
                                done.tracks = stream.tracks();
                                go_on(done);
                            }),
                            alive_.guard([this, attempt, go_on](const web::DomError& error) {
                                Attempt done = attempt;
                                done.microphone_error = capture_error(error);
                                if (is_missing(*done.microphone_error) &&
                                    !std::exchange(done.wishes.microphone, {}).empty()) {
                                    done.microphone_error.reset();
                                    open_microphone(done);
                                } else {
                                    go_on(done);
                                }
                            }));
}

void Capture::open_camera(const Attempt& attempt) {
    devices_.get_user_media(
        val(false), video_constraints(attempt.wishes),
        alive_.guard([this, attempt](const web::MediaStream& stream) {
            Attempt done = attempt;
            std::ranges::copy(stream.tracks(), std::back_inserter(done.tracks));
            finish(done);
        }),
        alive_.guard([this, attempt](const web::DomError& error) {
            Attempt done = attempt;
            done.camera_error = capture_error(error);
            if (is_missing(*done.camera_error) && !std::exchange(done.wishes.camera, {}).empty()) {
                done.camera_error.reset();
                open_camera(done);
            } else {
                finish(done);
            }
        }));
}

void Capture::finish(const Attempt& attempt) {
    if (attempt.id != current_) {
        // Another attempt took its place.
        for (web::MediaStreamTrack track : attempt.tracks)
            track.stop();
        return;
    }
    call::CaptureEnded ended{.capture = attempt.id,
                             .microphone = attempt.microphone_error,
                             .camera = attempt.camera_error};
    for (const web::MediaStreamTrack& track : attempt.tracks) {
        const Device device = device_of(track);
        own(device).wishes = attempt.wishes;
        use(attempt.id, track);
        (device == Device::microphone ? ended.opened_microphone : ended.opened_camera) =
            opened_device(track);
    }
    ended.camera_height = camera_height();
    sink_.post(std::move(ended));
    // Sent only now: the answer to CaptureEnded mutes what the person had switched off before.
    on_tracks_();
    if (!attempt.tracks.empty())
        on_opened_();
}

int Capture::camera_height() const {
    const auto& camera = own_[1].track;
    return camera ? camera->height() : 0;
}

void Capture::use(call::CaptureId id, const web::MediaStreamTrack& track) {
    const Device device = device_of(track);
    Own& place = own(device);
    place.track = track;
    place.capture = id;
    place.track->set_enabled(place.enabled);
    place.ended = track.listen("ended", [this, device] {
        const call::CaptureId lost = own(device).capture;
        drop(device);
        on_tracks_();
        sink_.post(call::DeviceLost{.capture = lost, .device = device});
    });
    stream_.add(track);
}

void Capture::drop(Device device) {
    Own& place = own(device);
    place.adjusting = {};
    if (!place.track)
        return;
    if (device == Device::microphone)
        meter_.reset();
    place.ended = web::Listener();
    place.track->stop();
    stream_.remove(*place.track);
    place.track.reset();
}

void Capture::perform(const call::EnableTrack& effect) {
    Own& place = own(effect.device);
    place.enabled = effect.enabled;
    if (place.track)
        place.track->set_enabled(effect.enabled);
}

void Capture::perform(const call::CloseCapture& effect) {
    drop(effect.device);
    on_tracks_();
}

void Capture::perform(const call::MeasureMicrophone& effect) {
    measures_ = effect.on;
    const Own& microphone = own(Device::microphone);
    if (!effect.on || !microphone.track) {
        meter_.reset();
        return;
    }
    if (meter_)
        return;
    level_ = 0;
    meter_.emplace(*microphone.track, [this](float level) {
        // Steps that can be seen: silence draws no frames.
        constexpr float steps = 32;
        const float rounded = std::round(level * steps) / steps;
        if (std::exchange(level_, rounded) != rounded)
            sink_.post(call::MicrophoneLevel{rounded});
    });
}

}  // namespace malgil::platform
