#include "client/call/statistics_json.hpp"

#include "client/call/state.hpp"
#include "server/protocol/json.hpp"

#include <array>
#include <cmath>
#include <string_view>

namespace malgil::call {
namespace {

using protocol::append_array;
using protocol::append_key;
using protocol::append_number;
using protocol::append_text;

constexpr std::array<std::string_view, 3> qualities{"good", "fair", "poor"};
constexpr std::array<std::string_view, 5> reasons{"none", "loss", "delay", "your uplink",
                                                  "their computer"};
constexpr std::array<std::string_view, 4> limits{"nothing", "cpu", "bandwidth", "other"};
constexpr std::array<std::string_view, 6> connection_states{
    "new", "connecting", "connected", "disconnected", "failed", "closed"};

template <class Words, class Value>
std::string_view word(const Words& words, Value value) {
    return words[static_cast<std::size_t>(value)];
}

/// Three digits behind the point: more is noise.
void append_rounded(std::string& out, std::string_view key, double value) {
    append_key(out, key);
    protocol::append_decimal(out, std::round(value * 1000) / 1000);
}

/// A line of its own each.
void append(std::string& out, const Sample& sample, Milliseconds now) {
    out += "\n{";
    append_rounded(out, "secondsAgo", static_cast<double>((now - sample.at).count()) / 1000);
    for (const Figure& figure : figures)
        if (const auto& value = sample.*figure.value)
            append_rounded(out, figure.name, *value);
    out += '}';
}

void append(std::string& out, const VideoEncoding& encoding) {
    append_key(out, "encoding");
    out += '{';
    append_number(out, "maxBitrate", encoding.max_bitrate);
    append_rounded(out, "scaleResolutionDownBy", encoding.scale_resolution_by);
    append_number(out, "maxFramerate", encoding.max_framerate);
    out += '}';
}

void append(std::string& out, const Measurement& latest) {
    const Route& route = latest.route;
    if (route.known) {
        append_key(out, "path");
        out += '{';
        append_text(out, "kind", route.relayed ? "relay" : "direct");
        append_text(out, "protocol", route.protocol);
        append_text(out, "local", route.local);
        append_text(out, "remote", route.remote);
        out += '}';
    }
    append_key(out, "codecs");
    out += '{';
    append_text(out, "audioOut", latest.audio_out.codec);
    append_text(out, "audioIn", latest.audio_in.codec);
    append_text(out, "videoOut", latest.video_out.codec);
    append_text(out, "videoIn", latest.video_in.codec);
    out += '}';
    if (latest.limited)
        append_text(out, "limitedBy", word(limits, *latest.limited));
}

void append(std::string& out, const Peer& peer, Milliseconds now) {
    const PeerPath& path = peer.path;
    out += "\n{";
    append_text(out, "user", peer.user.str());
    append_number(out, "protocol", peer.protocol);
    append_text(out, "connection", word(connection_states, peer.state));
    append_text(out, "quality", word(qualities, path.mark.shown.quality));
    append_text(out, "reason", word(reasons, path.mark.shown.reason));
    append(out, peer.encoding);
    append_number(out, "stepsBack", path.limit.step);
    if (path.statistics.latest)
        append(out, *path.statistics.latest);
    append_array(out, "samples", path.statistics.samples,
                 [now](std::string& to, const Sample& sample) { append(to, sample, now); });
    out += '}';
}

}  // namespace

std::string write_statistics(const State& state, const Moment& moment) {
    std::string out = "{";
    append_text(out, "malgil", MALGIL_VERSION);
    append_number(out, "time", moment.wall.count());
    append_text(out, "userAgent", state.user_agent);
    append_text(out, "user", state.user);
    append_text(out, "channel", state.channel);
    append_array(out, "peers", state.roster,
                 [&moment](std::string& to, const Peer& peer) { append(to, peer, moment.now); });
    return out += '}';
}

}  // namespace malgil::call
