#pragma once

#include "client/call/ids.hpp"
#include "client/platform/connection.hpp"
#include "client/platform/event_sink.hpp"
#include "web/timer.hpp"

#include <map>
#include <memory>

namespace malgil::platform {

/// Listens for who is loud, ten times a second where the machine has the time, while there are
/// connections.
class VoiceWatch {
public:
    using Connections = std::map<call::ConnectionId, std::unique_ptr<Connection>>;

    /// Both outlive this.
    VoiceWatch(EventSink& sink, const Connections& connections);

    /// There are connections now.
    void start();

private:
    void measure();

    EventSink& sink_;
    const Connections& connections_;
    int quiet_ = 0;  // measurements in a row in which nobody was heard
    bool running_ = false;
    web::Timer timer_;
};

}  // namespace malgil::platform
