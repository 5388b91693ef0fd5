#include "client/call/codecs.hpp"

#include "client/call/roster.hpp"
#include "client/call/state.hpp"
#include "client/call/turn.hpp"

#include <algorithm>

namespace malgil::call {
namespace {

constexpr std::array<std::string_view, 5> video_names{"", "VP8", "VP9", "H264", "AV1"};
constexpr std::array<std::string_view, 4> audio_names{"", "opus", "G722", "PCMU"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_same(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

template <std::size_t Count>
void add(std::array<bool, Count>& known, const std::array<std::string_view, Count>& names,
         std::string_view name) {
    for (std::size_t i = 1; i < Count; ++i)
        known[i] = known[i] || is_same(names[i], name);
}

std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

template <class Codec>
Choice choice_among(const State& state, Codec codec) {
    if (codec == Codec::automatic)
        return Choice::possible;
    // A browser that does not tell is taken at its descriptions.
    if (state.codecs != Codecs{} && !state.codecs.has(codec))
        return Choice::not_here;
    bool described = false;
    for (const Peer& peer : state.roster) {
        if (peer.codecs == Codecs{})
            continue;
        if (peer.codecs.has(codec))
            return Choice::possible;
        described = true;
    }
    return described ? Choice::not_there : Choice::possible;
}

bool takes_wishes(const Peer& peer) {
    return peer.protocol > 0 && peer.connection != ConnectionId{};
}

void emit_wishes(const State& state, Turn& turn, const Peer& peer) {
    turn.emit(PreferCodecs{.connection = peer.connection,
                           .video = state.settings.video_codec,
                           .audio = state.settings.audio_codec});
}

}  // namespace

std::string_view name_of(VideoCodec codec) {
    return video_names[static_cast<std::size_t>(codec)];
}

std::string_view name_of(AudioCodec codec) {
    return audio_names[static_cast<std::size_t>(codec)];
}

void Codecs::add_video(std::string_view name) {
    add(video, video_names, name);
}

void Codecs::add_audio(std::string_view name) {
    add(audio, audio_names, name);
}

void Codecs::add_type(std::string_view mime_type) {
    const auto slash = mime_type.find('/');
    if (slash == std::string_view::npos)
        return;
    const auto name = mime_type.substr(slash + 1);
    if (mime_type.starts_with("video"))
        add_video(name);
    else
        add_audio(name);
}

Codecs codecs_in(std::string_view sdp) {
    constexpr std::string_view rtpmap = "a=rtpmap:";
    Codecs codecs;
    bool is_video = false;
    while (!sdp.empty()) {
        auto line = take_line(sdp);
        if (line.starts_with("m="))
            is_video = line.starts_with("m=video");
        if (!line.starts_with(rtpmap))
            continue;
        // a=rtpmap:<payload type> <name>/<clock rate>…
        const auto space = line.find(' ');
        if (space == std::string_view::npos)
            continue;
        line.remove_prefix(space + 1);
        const auto name = line.substr(0, line.find('/'));
        if (is_video)
            codecs.add_video(name);
        else
            codecs.add_audio(name);
    }
    return codecs;
}

Choice choice_of(const State& state, VideoCodec codec) {
    return choice_among(state, codec);
}

Choice choice_of(const State& state, AudioCodec codec) {
    return choice_among(state, codec);
}

void prefer_codecs(const State& state, Turn& turn, const Peer& peer) {
    const bool wishes = state.settings.video_codec != VideoCodec::automatic ||
                        state.settings.audio_codec != AudioCodec::automatic;
    if (wishes && takes_wishes(peer))
        emit_wishes(state, turn, peer);
}

void codecs_changed(State& state, Turn& turn) {
    for (auto& peer : state.roster) {
        if (!takes_wishes(peer))
            continue;
        emit_wishes(state, turn, peer);
        // The order alone makes no browser ask for a negotiation.
        perform(state, turn, peer, peer.negotiation.needed());
    }
}

}  // namespace malgil::call
