#pragma once

#include "client/call/media.hpp"
#include "web/error.hpp"
#include "web/media_stream.hpp"
#include "web/val.hpp"

/// What is wished of camera and microphone, in the words of the browser:
/// https://www.w3.org/TR/mediacapture-streams/#media-track-constraints
namespace malgil::platform {

/// Exactly the wished device, where one is wished; all else is an ideal.
[[nodiscard]] web::val audio_constraints(const call::CaptureWishes& wishes);
[[nodiscard]] web::val video_constraints(const call::CaptureWishes& wishes);

/// Whether the track is as wished in what was wished otherwise before, as far as the browser tells:
/// what it could not do then, nobody asked for anew. A picture may have another shape, and fewer
/// frames come of little light: what counts is that it is large enough.
[[nodiscard]] bool meets(const web::MediaStreamTrack& track, const call::CaptureWishes& wishes,
                         const call::CaptureWishes& before);

/// From getUserMedia and applyConstraints.
[[nodiscard]] call::CaptureError capture_error(const web::DomError& error);

/// The device that a track comes from.
[[nodiscard]] call::OpenedDevice opened_device(const web::MediaStreamTrack& track);

}  // namespace malgil::platform
