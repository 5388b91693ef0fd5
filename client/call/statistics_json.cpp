#include "client/call/statistics_json.hpp"

#include "client/call/state.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace malgil::call {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 3> qualities{"good", "fair", "poor"};
constexpr std::array<std::string_view, 5> reasons{"none", "loss", "delay", "your uplink",
                                                  "their computer"};
constexpr std::array<std::string_view, 4> limits{"nothing", "cpu", "bandwidth", "other"};
constexpr std::array<std::string_view, 6> connection_states{
    "new", "connecting", "connected", "disconnected", "failed", "closed"};

template <class Words, class Value>
std::string word(const Words& words, Value value) {
    return std::string(words[static_cast<std::size_t>(value)]);
}

/// Three digits behind the point: more is noise.
double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

json write(const Sample& sample, Milliseconds now) {
    json result{{"secondsAgo", rounded(static_cast<double>((now - sample.at).count()) / 1000)}};
    for (const Figure& figure : figures)
        if (const auto& value = sample.*figure.value)
            result[std::string(figure.name)] = rounded(*value);
    return result;
}

json write(const VideoEncoding& encoding) {
    return {{"maxBitrate", encoding.max_bitrate},
            {"scaleResolutionDownBy", rounded(encoding.scale_resolution_by)},
            {"maxFramerate", encoding.max_framerate}};
}

void add(json& result, const Measurement& latest) {
    const Route& route = latest.route;
    if (route.known)
        result["path"] = {{"kind", route.relayed ? "relay" : "direct"},
                          {"protocol", route.protocol},
                          {"local", route.local},
                          {"remote", route.remote}};
    result["codecs"] = {{"audioOut", latest.audio_out.codec},
                        {"audioIn", latest.audio_in.codec},
                        {"videoOut", latest.video_out.codec},
                        {"videoIn", latest.video_in.codec}};
    if (latest.limited)
        result["limitedBy"] = word(limits, *latest.limited);
}

json write(const Peer& peer, Milliseconds now) {
    const PeerPath& path = peer.path;
    json result{{"user", peer.user.str()},
                {"protocol", peer.protocol},
                {"connection", word(connection_states, peer.state)},
                {"quality", word(qualities, path.mark.shown.quality)},
                {"reason", word(reasons, path.mark.shown.reason)},
                {"encoding", write(peer.encoding)},
                {"stepsBack", path.limit.step},
                {"samples", json::array()}};
    if (path.statistics.latest)
        add(result, *path.statistics.latest);
    for (const Sample& sample : path.statistics.samples)
        result["samples"].push_back(write(sample, now));
    return result;
}

}  // namespace

std::string write_statistics(const State& state, const Moment& moment) {
    json result{{"malgil", MALGIL_VERSION},      {"time", moment.wall.count()},
                {"userAgent", state.user_agent}, {"user", state.user},
                {"channel", state.channel},      {"peers", json::array()}};
    for (const Peer& peer : state.roster)
        result["peers"].push_back(write(peer, moment.now));
    return result.dump(1, ' ', false, json::error_handler_t::replace);
}

}  // namespace malgil::call
