#include "client/platform/capture.hpp"
#include "client/platform/capture_constraints.hpp"

#include <utility>

// A device that is live becomes another one, or gets other constraints, with no gap for the others.
namespace malgil::platform {

namespace {

using call::CaptureError;
using call::CaptureWishes;
using call::Device;
using web::val;

const std::string& device_of(const CaptureWishes& wishes, Device device) {
    return device == Device::microphone ? wishes.microphone : wishes.camera;
}

val constraints_of(const CaptureWishes& wishes, Device device) {
    return device == Device::microphone ? audio_constraints(wishes) : video_constraints(wishes);
}

}  // namespace

void Capture::perform(const call::AdjustDevice& effect) {
    Own& place = own(effect.device);
    place.adjusting = effect.capture;
    const bool is_same = place.track && device_of(place.wishes, effect.device) ==
                                            device_of(effect.wishes, effect.device);
    if (is_same)
        constrain(effect);
    else
        reopen(effect);
}

bool Capture::is_adjusting(const call::AdjustDevice& effect) {
    return own(effect.device).adjusting == effect.capture;
}

// Firefox processes the sound of a live track as it is told. Chromium says that it does and goes on
// as before, which its settings tell: there the microphone is opened once more.
void Capture::constrain(const call::AdjustDevice& effect) {
    const auto& live = own(effect.device).track;
    if (!live)
        return;
    const web::MediaStreamTrack track = *live;
    const bool microphone = effect.device == Device::microphone;
    track.apply_constraints(constraints_of(effect.wishes, effect.device),
                            alive_.guard([this, effect, track, microphone] {
                                if (!is_adjusting(effect))
                                    return;
                                Own& place = own(effect.device);
                                if (meets(track, effect.wishes, place.wishes)) {
                                    place.capture = effect.capture;
                                    place.wishes = effect.wishes;
                                    adjusted(effect, std::nullopt);
                                } else if (microphone) {
                                    reopen(effect);
                                } else {
                                    track.apply_constraints(
                                        constraints_of(place.wishes, effect.device), [] {},
                                        [](const web::DomError&) {});
                                    adjusted(effect, CaptureError::impossible);
                                }
                            }),
                            alive_.guard([this, effect, microphone](const web::DomError&) {
                                if (!is_adjusting(effect))
                                    return;
                                if (microphone)
                                    reopen(effect);
                                else
                                    adjusted(effect, CaptureError::impossible);
                            }));
}

void Capture::reopen(const call::AdjustDevice& effect) {
    const bool microphone = effect.device == Device::microphone;
    const val constraints = constraints_of(effect.wishes, effect.device);
    devices_.get_user_media(microphone ? constraints : val(false),
                            microphone ? val(false) : constraints,
                            alive_.guard([this, effect](const web::MediaStream& stream) {
                                auto tracks = stream.tracks();
                                if (is_adjusting(effect) && tracks.size() == 1) {
                                    replace(effect, tracks.front());
                                    return;
                                }
                                for (web::MediaStreamTrack& track : tracks)
                                    track.stop();
                            }),
                            alive_.guard([this, effect](const web::DomError& error) {
                                if (!is_adjusting(effect))
                                    return;
                                // Some systems lend a device only once, or one camera at a time.
                                const CaptureError what = capture_error(error);
                                if (what != CaptureError::in_use || !own(effect.device).track) {
                                    adjusted(effect, what);
                                    return;
                                }
                                drop(effect.device);
                                own(effect.device).adjusting = effect.capture;
                                reopen(effect);
                            }));
}

void Capture::replace(const call::AdjustDevice& effect, web::MediaStreamTrack track) {
    Own& place = own(effect.device);
    // A camera that takes the place of another one gives what it can.
    const bool microphone = effect.device == Device::microphone;
    const bool unmet = microphone && !meets(track, effect.wishes, place.wishes);
    if (unmet && place.track) {
        // Chromium processes the sound of a microphone in one way for all of its tracks: the former
        // one has to go first. Others hear a moment of silence.
        track.stop();
        drop(effect.device);
        place.adjusting = effect.capture;
        reopen(effect);
        return;
    }
    auto former = std::exchange(place.track, std::nullopt);
    if (former)
        stream_.remove(*former);
    if (!unmet)
        place.wishes = effect.wishes;
    use(unmet ? place.capture : effect.capture, track);
    on_tracks_();
    if (former)
        former->stop();
    if (microphone && measures_) {
        meter_.reset();
        perform(call::MeasureMicrophone{true});
    }
    adjusted(effect, unmet ? std::optional(CaptureError::impossible) : std::nullopt);
    on_opened_();
}

void Capture::adjusted(const call::AdjustDevice& effect, std::optional<CaptureError> error) {
    Own& place = own(effect.device);
    place.adjusting = {};
    call::DeviceAdjusted result{.capture = effect.capture,
                                .device = effect.device,
                                .error = error,
                                .kept = place.track.has_value()};
    result.camera_height = camera_height();
    if (place.track)
        result.opened = opened_device(*place.track);
    sink_.post(std::move(result));
}

}  // namespace malgil::platform
