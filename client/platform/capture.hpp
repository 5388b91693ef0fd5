#pragma once

#include "client/call/effects.hpp"
#include "client/platform/event_sink.hpp"
#include "web/alive.hpp"
#include "web/error.hpp"
#include "web/level_meter.hpp"
#include "web/listener.hpp"
#include "web/media_devices.hpp"
#include "web/media_stream.hpp"

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace malgil::platform {

/// One's own camera and microphone.
class Capture {
public:
    /// `on_tracks` is called when the stream has other tracks than before; `on_opened` when the
    /// person has let the page have a device: the names of all of them are known from then on.
    Capture(EventSink& sink, std::function<void()> on_tracks, std::function<void()> on_opened);

    void perform(const call::OpenCapture& effect);
    void perform(const call::AdjustDevice& effect);
    void perform(const call::EnableTrack& effect);
    void perform(const call::CloseCapture& effect);
    void perform(const call::MeasureMicrophone& effect);

    /// The same one for as long as this exists; with the tracks that are live at present.
    [[nodiscard]] const web::MediaStream& stream() const noexcept { return stream_; }

private:
    struct Own {
        std::optional<web::MediaStreamTrack> track;
        web::Listener ended;
        bool enabled = true;
        call::CaptureId capture;      // that the track came of, or was adjusted by
        call::CaptureWishes wishes;   // that it was opened with
        call::CaptureId adjusting{};  // under way; none: 0
    };

    /// An attempt that waits for the browser, with what it has so far.
    struct Attempt {
        call::CaptureId id;
        bool microphone = false;
        bool camera = false;
        call::CaptureWishes wishes;
        std::vector<web::MediaStreamTrack> tracks;
        std::optional<call::CaptureError> microphone_error;
        std::optional<call::CaptureError> camera_error;
    };

    [[nodiscard]] Own& own(call::Device device);
    void open_together(const Attempt& attempt);
    void open_microphone(const Attempt& attempt);
    void open_camera(const Attempt& attempt);
    void finish(const Attempt& attempt);
    void use(call::CaptureId id, const web::MediaStreamTrack& track);
    [[nodiscard]] int camera_height() const;
    void drop(call::Device device);
    // capture_adjust.cpp
    [[nodiscard]] bool is_adjusting(const call::AdjustDevice& effect);
    void constrain(const call::AdjustDevice& effect);
    void reopen(const call::AdjustDevice& effect);
    void replace(const call::AdjustDevice& effect, web::MediaStreamTrack track);
    void adjusted(const call::AdjustDevice& effect, std::optional<call::CaptureError> error);

    EventSink& sink_;
    std::function<void()> on_tracks_;
    std::function<void()> on_opened_;
    web::MediaDevices devices_;
    web::MediaStream stream_;
    std::array<Own, 2> own_;  // by call::Device
    call::CaptureId current_;
    float level_ = 0;        // as it was posted last
    bool measures_ = false;  // as asked for, whether or not there is a track
    std::optional<web::LevelMeter> meter_;
    web::Alive alive_;
};

}  // namespace malgil::platform
