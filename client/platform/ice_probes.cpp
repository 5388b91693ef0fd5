#include "client/platform/ice_probes.hpp"

#include "client/platform/convert.hpp"
#include "client/platform/log.hpp"

#include <optional>
#include <string>
#include <utility>

namespace malgil::platform {

namespace {

using call::ProbeKind;

// https://www.rfc-editor.org/rfc/rfc8839#section-5.1
bool is_of(ProbeKind kind, const web::RTCIceCandidateInit& candidate) {
    return candidate.candidate.contains(kind == ProbeKind::relay ? " typ relay" : " typ srflx");
}

}  // namespace

void IceProbes::perform(const call::ProbeIce& effect) {
    const call::ProbeId id = effect.probe;
    auto connection = web::RTCPeerConnection::create(
        to_web(effect.servers), effect.kind == ProbeKind::relay ? web::IceTransportPolicy::relay
                                                                : web::IceTransportPolicy::all);
    if (!connection) {
        log("no probe: " + connection.error().text);
        sink_.post(call::IceProbed{.probe = id, .found = false});
        return;
    }
    Probe& probe = probes_.try_emplace(id, *std::move(connection)).first->second;
    listen(id, effect.kind, probe);
    // Something to gather for.
    if (const auto channel = probe.connection.create_data_channel("probe"); !channel)
        log("no probe: " + channel.error().text);
    probe.connection.set_local_description(
        [] {}, [](const web::DomError& error) { log("no probe: " + error.text); });
}

void IceProbes::listen(call::ProbeId id, ProbeKind kind, Probe& probe) {
    probe.connection.listen({
        .on_negotiation_needed = [] {},
        .on_ice_candidate =
            [this, id, kind, &probe](const std::optional<web::RTCIceCandidateInit>& candidate) {
                // A machine whose address is public has no other one that STUN could find: there
                // it is an answer that nothing went wrong until all was gathered.
                if (!candidate)
                    sink_.post(call::IceProbed{.probe = id,
                                               .found = kind == ProbeKind::stun && !probe.refused});
                else if (is_of(kind, *candidate))
                    sink_.post(call::IceProbed{.probe = id, .found = true});
            },
        .on_connection_state = [](const std::string&, const std::string&) {},
        .on_track = [](const web::MediaStreamTrack&, const web::RTCRtpTransceiver&) {},
        .on_data_channel = [](const web::val&) {},
        .on_ice_candidate_error = [&probe] { probe.refused = true; },
    });
}

void IceProbes::perform(const call::StopProbe& effect) {
    probes_.erase(effect.probe);
}

}  // namespace malgil::platform
