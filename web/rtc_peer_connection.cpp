#include "web/rtc_peer_connection.hpp"

#include "web/attempt.hpp"
#include "web/promise.hpp"

#include <cstddef>
#include <utility>

namespace malgil::web {

namespace {

val to_js(const std::vector<RTCIceServer>& servers) {
    val list = val::array();
    for (const RTCIceServer& server : servers) {
        val urls = val::array();
        for (const std::string& url : server.urls)
            urls.call<void>("push", url);
        val entry = object({{"urls", urls}});
        if (!server.username.empty())
            entry.set("username", server.username);
        if (!server.credential.empty())
            entry.set("credential", server.credential);
        list.call<void>("push", entry);
    }
    return list;
}

val to_js(const RTCIceCandidateInit& candidate) {
    return object({
        {"candidate", val(candidate.candidate)},
        {"sdpMid", candidate.sdp_mid ? val(*candidate.sdp_mid) : val::null()},
        {"sdpMLineIndex",
         candidate.sdp_m_line_index ? val(*candidate.sdp_m_line_index) : val::null()},
        {"usernameFragment",
         candidate.username_fragment ? val(*candidate.username_fragment) : val::null()},
    });
}

RTCIceCandidateInit from_js(const val& candidate) {
    return {
        .candidate = string_of(candidate["candidate"]).value_or(""),
        .sdp_mid = string_of(candidate["sdpMid"]),
        .sdp_m_line_index = int_of(candidate["sdpMLineIndex"]),
        .username_fragment = string_of(candidate["usernameFragment"]),
    };
}

val to_js(IceTransportPolicy policy) {
    return val(policy == IceTransportPolicy::relay ? "relay" : "all");
}

std::expected<void, DomError> without_value(const Result& result) {
    return result.transform([](const val&) {});
}

}  // namespace

bool RTCPeerConnection::is_supported() {
    return !is_nullish(val::global("RTCPeerConnection"));
}

std::expected<RTCPeerConnection, DomError> RTCPeerConnection::create(
    const std::vector<RTCIceServer>& ice_servers, IceTransportPolicy policy) {
    // Every browser can bundle; one transport is one set of candidates to gather and to check.
    Result connection = try_construct(val::global("RTCPeerConnection"),
                                      {object({{"iceServers", to_js(ice_servers)},
                                               {"iceTransportPolicy", to_js(policy)},
                                               {"bundlePolicy", val("max-bundle")}})});
    if (!connection)
        return std::unexpected(std::move(connection).error());
    return RTCPeerConnection(*std::move(connection));
}

void RTCPeerConnection::listen(Handlers handlers) {
    listeners_ = {
        Listener(connection_, "negotiationneeded",
                 [f = std::move(handlers.on_negotiation_needed)](const val&) { f(); }),
        Listener(connection_, "icecandidate",
                 [f = std::move(handlers.on_ice_candidate)](const val& event) {
                     const val candidate = event["candidate"];
                     if (is_nullish(candidate))
                         f(std::nullopt);
                     // An empty one ends a generation: nothing that the other side needs.
                     else if (auto init = from_js(candidate); !init.candidate.empty())
                         f(std::move(init));
                 }),
        Listener(connection_, "connectionstatechange",
                 [f = std::move(handlers.on_connection_state)](const val& event) {
                     const val connection = event["target"];
                     f(string_of(connection["connectionState"]).value_or(""),
                       string_of(connection["iceConnectionState"]).value_or(""));
                 }),
        Listener(connection_, "track",
                 [f = std::move(handlers.on_track)](const val& event) {
                     f(MediaStreamTrack(event["track"]), RTCRtpTransceiver(event["transceiver"]));
                 }),
        Listener(
            connection_, "datachannel",
            [f = std::move(handlers.on_data_channel)](const val& event) { f(event["channel"]); }),
        Listener(connection_, "icecandidateerror",
                 [f = std::move(handlers.on_ice_candidate_error)](const val&) {
                     if (f)
                         f();
                 }),
    };
}

RTCPeerConnection::~RTCPeerConnection() {
    listeners_ = {};
    // Moved from: nothing.
    if (!is_nullish(connection_))
        connection_.call<void>("close");
}

RTCPeerConnection& RTCPeerConnection::operator=(RTCPeerConnection&& other) noexcept {
    std::swap(connection_, other.connection_);
    std::swap(listeners_, other.listeners_);
    return *this;
}

std::expected<val, DomError> RTCPeerConnection::create_data_channel(const char* label) {
    return try_call(connection_, "createDataChannel", {val(label)});
}

std::expected<val, DomError> RTCPeerConnection::create_data_channel(const char* label, int id) {
    return try_call(connection_, "createDataChannel",
                    {val(label), object({{"negotiated", val(true)}, {"id", val(id)}})});
}

std::expected<void, DomError> RTCPeerConnection::add_track(const MediaStreamTrack& track,
                                                           const MediaStream& stream) {
    return without_value(try_call(connection_, "addTrack", {track.js(), stream.js()}));
}

std::expected<void, DomError> RTCPeerConnection::add_transceiver(TrackKind kind,
                                                                 const MediaStream& stream) {
    val streams = val::array();
    streams.call<void>("push", stream.js());
    return without_value(
        try_call(connection_, "addTransceiver",
                 {val(to_string(kind)),
                  object({{"direction", val("sendrecv")}, {"streams", std::move(streams)}})}));
}

std::expected<RTCRtpTransceiver, DomError> RTCPeerConnection::add_transceiver(
    const MediaStreamTrack& track, const MediaStream& stream, Direction direction) {
    val streams = val::array();
    streams.call<void>("push", stream.js());
    return try_call(connection_, "addTransceiver",
                    {track.js(), object({{"direction", val(to_string(direction))},
                                         {"streams", std::move(streams)}})})
        .transform([](val transceiver) { return RTCRtpTransceiver(std::move(transceiver)); });
}

std::vector<RTCRtpTransceiver> RTCPeerConnection::transceivers() const {
    std::vector<RTCRtpTransceiver> result;
    const val list = connection_.call<val>("getTransceivers");
    const int count = int_of(list["length"]).value_or(0);
    result.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        result.emplace_back(list[i]);
    return result;
}

void RTCPeerConnection::set_local_description(OnDone on_done, OnError on_error) {
    then_call(
        connection_, "setLocalDescription", {}, [f = std::move(on_done)](const val&) { f(); },
        std::move(on_error));
}

void RTCPeerConnection::set_remote_description(const RTCSessionDescriptionInit& description,
                                               OnDone on_done, OnError on_error) {
    then_call(
        connection_, "setRemoteDescription",
        {object({{"type", val(description.type)}, {"sdp", val(description.sdp)}})},
        [f = std::move(on_done)](const val&) { f(); }, std::move(on_error));
}

void RTCPeerConnection::add_ice_candidate(const std::optional<RTCIceCandidateInit>& candidate,
                                          OnError on_error) {
    then_call(
        connection_, "addIceCandidate", {candidate ? to_js(*candidate) : val::null()},
        [](const val&) {}, std::move(on_error));
}

std::optional<RTCSessionDescriptionInit> RTCPeerConnection::local_description() const {
    const val description = connection_["localDescription"];
    if (is_nullish(description))
        return std::nullopt;
    return RTCSessionDescriptionInit{.type = string_of(description["type"]).value_or(""),
                                     .sdp = string_of(description["sdp"]).value_or("")};
}

void RTCPeerConnection::restart_ice() {
    call_and_forget(connection_, "restartIce");
}

std::expected<void, DomError> RTCPeerConnection::set_ice_transport_policy(
    IceTransportPolicy policy) {
    // What is left out counts as its default, and other members may not change:
    // https://www.w3.org/TR/webrtc/#set-the-configuration
    Result configuration = try_call(connection_, "getConfiguration");
    if (!configuration)
        return std::unexpected(std::move(configuration).error());
    configuration->set("iceTransportPolicy", to_js(policy));
    return without_value(try_call(connection_, "setConfiguration", {*configuration}));
}

std::expected<void, DomError> RTCPeerConnection::set_ice_servers(
    const std::vector<RTCIceServer>& servers) {
    // The same as above.
    Result configuration = try_call(connection_, "getConfiguration");
    if (!configuration)
        return std::unexpected(std::move(configuration).error());
    configuration->set("iceServers", to_js(servers));
    return without_value(try_call(connection_, "setConfiguration", {*configuration}));
}

void RTCPeerConnection::get_stats(std::function<void(const RTCStatsReport& report)> on_report,
                                  OnError on_error) {
    then_call(
        connection_, "getStats", {},
        [f = std::move(on_report)](const val& report) { f(RTCStatsReport(report)); },
        std::move(on_error));
}

}  // namespace malgil::web
