#pragma once

#include "client/call/effects.hpp"
#include "client/platform/event_sink.hpp"
#include "web/rtc_peer_connection.hpp"

#include <map>

namespace malgil::platform {

/// Connections to nobody, which only look for candidates of an ICE server.
class IceProbes {
public:
    explicit IceProbes(EventSink& sink) : sink_(sink) {}

    void perform(const call::ProbeIce& effect);
    void perform(const call::StopProbe& effect);

private:
    struct Probe {
        web::RTCPeerConnection connection;
        bool refused = false;  // by a server; the others may still answer
    };

    void listen(call::ProbeId id, call::ProbeKind kind, Probe& probe);

    EventSink& sink_;
    std::map<call::ProbeId, Probe> probes_;
};

}  // namespace malgil::platform
