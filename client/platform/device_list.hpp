#pragma once

#include "client/platform/event_sink.hpp"
#include "web/alive.hpp"
#include "web/listener.hpp"
#include "web/media_devices.hpp"

namespace malgil::platform {

/// The cameras, microphones and speakers there are: told at the start, whenever one is plugged in
/// or out, and when asked for.
class DeviceList {
public:
    explicit DeviceList(EventSink& sink);

    /// → DevicesChanged, later. Names may have come with a permission.
    void read();

private:
    EventSink& sink_;
    web::MediaDevices devices_;
    web::Listener on_change_;
    web::Alive alive_;
};

}  // namespace malgil::platform
