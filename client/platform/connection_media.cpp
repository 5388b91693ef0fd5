#include "client/platform/connection.hpp"
#include "client/platform/convert.hpp"
#include "client/platform/log.hpp"
#include "client/platform/statistics.hpp"

#include <array>
#include <utility>

// What a connection sends and receives; how it comes about is in connection.cpp.
namespace malgil::platform {

namespace {

using web::TrackKind;

constexpr std::array kinds{TrackKind::audio, TrackKind::video};

}  // namespace

// The answer sends by what the offer brought, so that there is one m-line per kind, whoever offers.
// https://www.rfc-editor.org/rfc/rfc9429#section-5.10
void Connection::take_offered_transceivers() {
    for (const TrackKind kind : kinds) {
        auto offered = transceiver_of(kind);
        if (offered && offered->has_mid() && !offered->sends())
            offered->send_and_receive(*around_.own);
    }
    if (origin_ == Origin::none)
        origin_ = Origin::offer_of_the_peer;
    apply_preferences();
    send_own_tracks();
    send_screen();
}

void Connection::encode_video(const call::EncodeVideo& effect) {
    if (effect.source == call::VideoSource::screen)
        screen_sender_.encode(effect.encoding);
    else if (auto transceiver = transceiver_of(TrackKind::video))
        transceiver->encode(to_web(effect.encoding));
}

void Connection::prefer_codecs(const call::PreferCodecs& effect) {
    preferences_ = effect;
    apply_preferences();
}

void Connection::apply_preferences() {
    if (!preferences_)
        return;
    for (const TrackKind kind : kinds) {
        auto transceiver = transceiver_of(kind);
        if (!transceiver)
            continue;
        const auto preferred =
            transceiver->prefer_codec(kind == TrackKind::video ? mime_type(preferences_->video)
                                                               : mime_type(preferences_->audio));
        if (!preferred)
            log_error("setCodecPreferences", preferred.error());
    }
}

void Connection::measure() {
    const auto mid_of = [this](TrackKind kind) {
        const auto transceiver = transceiver_of(kind);
        return transceiver ? transceiver->mid() : std::nullopt;
    };
    connection_.get_stats(alive_.guard([this, lines = MainLines{.audio = mid_of(TrackKind::audio),
                                                                .video = mid_of(TrackKind::video)}](
                                           const web::RTCStatsReport& report) {
        around_.sink->post(call::ConnectionMeasured{
            .connection = id_, .measurement = read_measurement(report, lines)});
    }),
                          [](const web::DomError& error) { log_error("getStats", error); });
}

void Connection::read_path() {
    connection_.get_stats(alive_.guard([this](const web::RTCStatsReport& report) {
        around_.sink->post(platform::read_path(report, id_));
    }),
                          [](const web::DomError& error) { log_error("getStats", error); });
}

void Connection::send_own_tracks() {
    // The other side's offer is to bring the transceivers.
    if (origin_ == Origin::none)
        return;
    for (const TrackKind kind : kinds) {
        const auto track = own_track(kind);
        if (auto transceiver = transceiver_of(kind)) {
            if (transceiver->sent_track() != track)
                transceiver->replace_track(track);
        } else if (track) {
            add_own_track(*track);
        }
    }
}

float Connection::voice_level() {
    if (!told_.audio)
        return 0;
    if (!voice_)
        voice_ = transceiver_of(TrackKind::audio);
    const auto measured = voice_ ? voice_->received_audio_level() : std::nullopt;
    if (!measured || std::exchange(heard_, measured->timestamp) == measured->timestamp)
        return 0;
    return measured->level;
}

void Connection::send_screen() {
    if (extended_ && origin_ != Origin::none)
        screen_sender_.send(connection_, *around_.screen);
}

std::optional<web::RTCRtpTransceiver> Connection::transceiver_of(TrackKind kind) const {
    std::optional<web::RTCRtpTransceiver> result;
    for (const web::RTCRtpTransceiver& transceiver : connection_.transceivers()) {
        if (transceiver.kind() != kind || transceiver.is_stopped())
            continue;
        if (transceiver.has_mid())
            return transceiver;
        if (!result)
            result = transceiver;
    }
    return result;
}

std::optional<web::MediaStreamTrack> Connection::own_track(TrackKind kind) const {
    for (const web::MediaStreamTrack& track : around_.own->tracks())
        if (track.kind() == kind)
            return track;
    return std::nullopt;
}

void Connection::add_own_track(const web::MediaStreamTrack& track) {
    if (const auto added = connection_.add_track(track, *around_.own); !added)
        log_error("addTrack", added.error());
}

// Camera and microphone are what both sides send by; whatever comes beside them is a screen.

void Connection::receive(const web::MediaStreamTrack& track,
                         const web::RTCRtpTransceiver& transceiver) {
    if (transceiver_of(track.kind()) == transceiver) {
        remote_.add(track);
        around_.on_stream(user_, remote_.stream());
    } else {
        remote_screen_.add(track);
    }
    tell_tracks();
}

void Connection::tell_tracks() {
    const Arriving now{.audio = remote_.arrives(TrackKind::audio),
                       .video = remote_.arrives(TrackKind::video),
                       .screen = remote_screen_.arrives(TrackKind::video),
                       .screen_audio = remote_screen_.arrives(TrackKind::audio)};
    // Browsers tell each track by itself, and more than once.
    const Arriving before = std::exchange(told_, now);
    if (before == now)
        return;
    if (before.screen != now.screen)
        around_.on_screen(user_, now.screen ? &remote_screen_.stream() : nullptr);
    around_.sink->post(call::RemoteTracksChanged{.connection = id_,
                                                 .audio = now.audio,
                                                 .video = now.video,
                                                 .screen = now.screen,
                                                 .screen_audio = now.screen_audio});
}

}  // namespace malgil::platform
