#pragma once

#include "client/call/settings.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace malgil::call {

struct Peer;
struct State;
struct Turn;

/// "VP8", "opus": as in MIME types and in rtpmap lines, where upper and lower case are alike.
/// Empty for `automatic`. https://www.iana.org/assignments/rtp-parameters/
[[nodiscard]] std::string_view name_of(VideoCodec codec);
[[nodiscard]] std::string_view name_of(AudioCodec codec);

/// Those of the codecs to choose from that somebody knows.
struct Codecs {
    std::array<bool, 5> video{};  // by VideoCodec
    std::array<bool, 4> audio{};  // by AudioCodec

    /// Of one that is not to choose from, nothing is kept.
    void add_video(std::string_view name);
    void add_audio(std::string_view name);
    /// "video/VP8"
    void add_type(std::string_view mime_type);

    [[nodiscard]] bool has(VideoCodec codec) const {
        return video[static_cast<std::size_t>(codec)];
    }

    [[nodiscard]] bool has(AudioCodec codec) const {
        return audio[static_cast<std::size_t>(codec)];
    }

    friend bool operator==(const Codecs&, const Codecs&) = default;
};

/// Those that a description offers: its rtpmap lines.
/// https://www.rfc-editor.org/rfc/rfc8866#section-6.6
[[nodiscard]] Codecs codecs_in(std::string_view sdp);

/// Whether a codec is to be chosen.
enum class Choice {
    possible,
    not_here,   // this browser does not know it
    not_there,  // no peer's browser knows it
};

[[nodiscard]] Choice choice_of(const State& state, VideoCodec codec);
[[nodiscard]] Choice choice_of(const State& state, AudioCodec codec);

/// Puts the chosen codecs first on a new connection. A tutorial client is left alone.
void prefer_codecs(const State& state, Turn& turn, const Peer& peer);

/// Other ones are chosen than before: on every connection, by one offer each.
void codecs_changed(State& state, Turn& turn);

}  // namespace malgil::call
