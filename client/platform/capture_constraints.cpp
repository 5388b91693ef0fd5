#include "client/platform/capture_constraints.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace malgil::platform {

namespace {

using call::CaptureError;
using call::CaptureWishes;
using web::val;

constexpr std::array<std::pair<const char*, bool CaptureWishes::*>, 3> processing{{
    {"echoCancellation", &CaptureWishes::echo_cancellation},
    {"noiseSuppression", &CaptureWishes::noise_suppression},
    {"autoGainControl", &CaptureWishes::auto_gain_control},
}};

void wish_for_device(val& constraints, const std::string& id) {
    if (!id.empty())
        constraints.set("deviceId", web::object({{"exact", val(id)}}));
}

bool is_heard_as_wished(const val& settings, const CaptureWishes& wishes,
                        const CaptureWishes& before) {
    return std::ranges::all_of(processing, [&](const auto& each) {
        const bool wished = wishes.*each.second;
        // Not every browser tells, and a later one may answer with another type.
        const val now = settings[each.first];
        return wished == before.*each.second || !(wished ? now.isFalse() : now.isTrue());
    });
}

bool is_seen_as_wished(const val& settings, const CaptureWishes& wishes) {
    const auto size = call::size_of(wishes.video_preset);
    const auto width = web::int_of(settings["width"]);
    const auto height = web::int_of(settings["height"]);
    // A phone that is held upright turns the picture.
    return !width || !height || std::max(*width, *height) >= size.width ||
           std::min(*width, *height) >= size.height;
}

}  // namespace

val audio_constraints(const CaptureWishes& wishes) {
    val constraints = val::object();
    for (const auto& [name, value] : processing)
        constraints.set(name, val(wishes.*value));
    wish_for_device(constraints, wishes.microphone);
    return constraints;
}

val video_constraints(const CaptureWishes& wishes) {
    const auto ideal = [](int value) { return web::object({{"ideal", val(value)}}); };
    const auto size = call::size_of(wishes.video_preset);
    val constraints = web::object({{"width", ideal(size.width)},
                                   {"height", ideal(size.height)},
                                   {"frameRate", ideal(size.frame_rate)}});
    wish_for_device(constraints, wishes.camera);
    return constraints;
}

bool meets(const web::MediaStreamTrack& track, const CaptureWishes& wishes,
           const CaptureWishes& before) {
    const val settings = track.settings();
    if (web::is_nullish(settings))
        return true;
    return track.kind() == web::TrackKind::audio ? is_heard_as_wished(settings, wishes, before)
                                                 : is_seen_as_wished(settings, wishes);
}

// https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
CaptureError capture_error(const web::DomError& error) {
    switch (error.name) {
        case web::ErrorName::not_allowed:
        case web::ErrorName::security:
            return CaptureError::refused;
        case web::ErrorName::not_found:
        case web::ErrorName::overconstrained:
            return CaptureError::not_found;
        case web::ErrorName::not_readable:
        case web::ErrorName::abort:
            return CaptureError::in_use;
        default:
            return CaptureError::unknown;
    }
}

call::OpenedDevice opened_device(const web::MediaStreamTrack& track) {
    const val settings = track.settings();
    if (web::is_nullish(settings))
        return {.id = {}, .name = track.label()};
    return {.id = web::string_of(settings["deviceId"]).value_or(""), .name = track.label()};
}

}  // namespace malgil::platform
