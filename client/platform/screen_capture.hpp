#pragma once

#include "client/call/effects.hpp"
#include "client/platform/event_sink.hpp"
#include "web/alive.hpp"
#include "web/listener.hpp"
#include "web/media_devices.hpp"
#include "web/media_stream.hpp"

#include <functional>

namespace malgil::platform {

/// One's own screen, window or tab.
class ScreenCapture {
public:
    /// `on_tracks` is called when the stream has other tracks than before.
    ScreenCapture(EventSink& sink, std::function<void()> on_tracks);

    /// Within the person's gesture: the browser opens its dialogue.
    void perform(const call::OpenScreen& effect);
    void perform(const call::CloseScreen& effect);

    /// The same one for as long as this exists; without tracks while nothing is shared.
    [[nodiscard]] const web::MediaStream& stream() const noexcept { return stream_; }

private:
    void use(call::CaptureId id, const web::MediaStream& chosen);
    void drop();

    EventSink& sink_;
    std::function<void()> on_tracks_;
    web::MediaDevices devices_;
    web::MediaStream stream_;
    web::Listener ended_;
    call::CaptureId current_;
    web::Alive alive_;
};

}  // namespace malgil::platform
