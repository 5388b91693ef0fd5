#include "client/platform/statistics.hpp"

#include "web/dom.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace malgil::platform {

namespace {

using call::Flow;
using call::LimitedBy;
using web::RTCStats;
using web::RTCStatsReport;
using Mid = std::optional<std::string>;

void add(std::optional<double>& total, std::optional<double> part) {
    if (part)
        total = total.value_or(0) + *part;
}

std::optional<double> in_milliseconds(std::optional<double> seconds) {
    return seconds ? std::optional(*seconds * 1000) : std::nullopt;
}

/// Without a word on its m-line a stream counts as that of the camera or the microphone.
bool is_main(const RTCStats& stream, const Mid& line) {
    const auto mid = stream.text("mid");
    return !mid || !line || mid == line;
}

/// "video/VP8" is VP8.
std::string codec_of(const RTCStatsReport& report, const RTCStats& stream) {
    const auto codec = report.find(stream.text("codecId"));
    const std::string type = codec ? codec->text("mimeType").value_or("") : "";
    const auto slash = type.find('/');
    return slash == std::string::npos ? type : type.substr(slash + 1);
}

void read_picture(Flow& flow, const RTCStatsReport& report, const RTCStats& stream,
                  const char* frames) {
    flow.frames = stream.number(frames);
    flow.width = stream.number("frameWidth");
    flow.height = stream.number("frameHeight");
    flow.codec = codec_of(report, stream);
}

Flow read_incoming(const RTCStatsReport& report, std::string_view kind, const Mid& line) {
    Flow flow;
    for (const RTCStats& stream : report.of_type("inbound-rtp")) {
        if (stream.text("kind") != kind)
            continue;
        add(flow.bytes, stream.number("bytesReceived"));
        add(flow.packets, stream.number("packetsReceived"));
        add(flow.lost, stream.number("packetsLost"));
        if (!is_main(stream, line))
            continue;
        flow.jitter = in_milliseconds(stream.number("jitter"));
        read_picture(flow, report, stream, "framesDecoded");
    }
    return flow;
}

Flow read_outgoing(const RTCStatsReport& report, std::string_view kind, const Mid& line) {
    Flow flow;
    for (const RTCStats& stream : report.of_type("outbound-rtp")) {
        if (stream.text("kind") != kind)
            continue;
        add(flow.bytes, stream.number("bytesSent"));
        add(flow.packets, stream.number("packetsSent"));
        const auto seen_there = report.find(stream.text("remoteId"));
        if (seen_there)
            add(flow.lost, seen_there->number("packetsLost"));
        if (!is_main(stream, line))
            continue;
        if (seen_there)
            flow.jitter = in_milliseconds(seen_there->number("jitter"));
        read_picture(flow, report, stream, "framesEncoded");
    }
    return flow;
}

std::optional<LimitedBy> read_limit(const RTCStatsReport& report, const Mid& line) {
    constexpr std::array<std::pair<std::string_view, LimitedBy>, 4> words{{
        {"none", LimitedBy::nothing},
        {"cpu", LimitedBy::cpu},
        {"bandwidth", LimitedBy::bandwidth},
        {"other", LimitedBy::other},
    }};
    for (const RTCStats& stream : report.of_type("outbound-rtp")) {
        const auto reason = stream.text("qualityLimitationReason");
        if (!reason || !is_main(stream, line))
            continue;
        for (const auto& [word, limit] : words)
            if (reason == word)
                return limit;
    }
    return std::nullopt;
}

/// All lines of a connection go by one transport. Older versions of Firefox tell of none, and name
/// the pair by a member of its own.
std::optional<RTCStats> transport_of(const RTCStatsReport& report) {
    auto transports = report.of_type("transport");
    return transports.empty() ? std::nullopt : std::optional(std::move(transports.front()));
}

std::optional<RTCStats> selected_pair(const RTCStatsReport& report) {
    if (const auto transport = transport_of(report))
        if (auto pair = report.find(transport->text("selectedCandidatePairId")))
            return pair;
    for (const RTCStats& pair : report.of_type("candidate-pair"))
        if (pair.is_true("selected"))
            return pair;
    return std::nullopt;
}

call::Route read_route(const RTCStatsReport& report, const RTCStats& pair) {
    const auto local = report.find(pair.text("localCandidateId"));
    const auto remote = report.find(pair.text("remoteCandidateId"));
    if (!local || !remote)
        return {};
    call::Route route{.known = true,
                      .protocol = local->text("protocol").value_or(""),
                      .local = local->text("candidateType").value_or(""),
                      .remote = remote->text("candidateType").value_or("")};
    route.relayed = route.local == "relay" || route.remote == "relay";
    if (auto to_relay = local->text("relayProtocol"))
        route.protocol = *std::move(to_relay);
    return route;
}

std::optional<double> round_trip_of_streams(const RTCStatsReport& report) {
    for (const RTCStats& stream : report.of_type("remote-inbound-rtp"))
        if (const auto seconds = stream.number("roundTripTime"))
            return in_milliseconds(seconds);
    return std::nullopt;
}

double time_of(const RTCStatsReport& report) {
    for (const char* const type : {"inbound-rtp", "outbound-rtp", "candidate-pair"})
        for (const RTCStats& entry : report.of_type(type))
            if (const auto timestamp = entry.number("timestamp"))
                return *timestamp;
    return web::now_ms();
}

}  // namespace

call::Measurement read_measurement(const RTCStatsReport& report, const MainLines& lines) {
    call::Measurement measured{.at = time_of(report),
                               .audio_in = read_incoming(report, "audio", lines.audio),
                               .video_in = read_incoming(report, "video", lines.video),
                               .audio_out = read_outgoing(report, "audio", lines.audio),
                               .video_out = read_outgoing(report, "video", lines.video),
                               .limited = read_limit(report, lines.video)};
    if (const auto pair = selected_pair(report)) {
        measured.round_trip = in_milliseconds(pair->number("currentRoundTripTime"));
        measured.available_outgoing = pair->number("availableOutgoingBitrate");
        measured.route = read_route(report, *pair);
    }
    if (!measured.round_trip)
        measured.round_trip = round_trip_of_streams(report);
    return measured;
}

call::PathRead read_path(const RTCStatsReport& report, call::ConnectionId connection) {
    call::PathRead path{.connection = connection};
    if (const auto pair = selected_pair(report))
        path.relayed = read_route(report, *pair).local == "relay";
    if (const auto transport = transport_of(report))
        path.controlled = transport->text("iceRole") == "controlled";
    return path;
}

}  // namespace malgil::platform
