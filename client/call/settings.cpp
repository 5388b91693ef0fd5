#include "client/call/settings.hpp"

#include <array>
#include <ranges>
#include <utility>

namespace malgil::call {

namespace {

template <class Value, std::size_t Count>
using Words = std::array<std::pair<std::string_view, Value>, Count>;

constexpr Words<VideoPreset, 4> presets{{{"low", VideoPreset::low},
                                         {"medium", VideoPreset::medium},
                                         {"high", VideoPreset::high},
                                         {"highest", VideoPreset::highest}}};
constexpr Words<VideoCodec, 5> video_codecs{{{"automatic", VideoCodec::automatic},
                                             {"vp8", VideoCodec::vp8},
                                             {"vp9", VideoCodec::vp9},
                                             {"h264", VideoCodec::h264},
                                             {"av1", VideoCodec::av1}}};
constexpr Words<AudioCodec, 4> audio_codecs{{{"automatic", AudioCodec::automatic},
                                             {"opus", AudioCodec::opus},
                                             {"g722", AudioCodec::g722},
                                             {"pcmu", AudioCodec::pcmu}}};
constexpr Words<bool, 2> switches{{{"on", true}, {"off", false}}};

template <class Words, class Value>
std::string_view word_of(const Words& words, Value value) {
    for (const auto& [word, known] : words)
        if (known == value)
            return word;
    return {};
}

template <class Words, class Value>
void read(const Words& words, std::string_view word, Value& value) {
    for (const auto& [known, meaning] : words)
        if (known == word)
            value = meaning;
}

void apply(Settings& settings, std::string_view name, std::string_view value) {
    if (name == "camera")
        settings.camera = value;
    else if (name == "microphone")
        settings.microphone = value;
    else if (name == "speaker")
        settings.speaker = value;
    else if (name == "video_preset")
        read(presets, value, settings.video_preset);
    else if (name == "echo_cancellation")
        read(switches, value, settings.echo_cancellation);
    else if (name == "noise_suppression")
        read(switches, value, settings.noise_suppression);
    else if (name == "auto_gain_control")
        read(switches, value, settings.auto_gain_control);
    else if (name == "push_to_talk")
        read(switches, value, settings.push_to_talk);
    else if (name == "relay_only")
        read(switches, value, settings.relay_only);
    else if (name == "video_codec")
        read(video_codecs, value, settings.video_codec);
    else if (name == "audio_codec")
        read(audio_codecs, value, settings.audio_codec);
}

}  // namespace

PictureSize size_of(VideoPreset preset) {
    switch (preset) {
        case VideoPreset::low:
            return {.width = 640, .height = 360, .frame_rate = 15};
        case VideoPreset::medium:
            return {.width = 640, .height = 360, .frame_rate = 30};
        case VideoPreset::high:
            break;
        case VideoPreset::highest:
            return {.width = 1920, .height = 1080, .frame_rate = 30};
    }
    return {.width = 1280, .height = 720, .frame_rate = 30};
}

std::string write_settings(const Settings& settings) {
    std::string text;
    const auto line = [&text](std::string_view name, std::string_view value) {
        text.append(name).append("=").append(value).append("\n");
    };
    line("camera", settings.camera);
    line("microphone", settings.microphone);
    line("speaker", settings.speaker);
    line("video_preset", word_of(presets, settings.video_preset));
    line("echo_cancellation", word_of(switches, settings.echo_cancellation));
    line("noise_suppression", word_of(switches, settings.noise_suppression));
    line("auto_gain_control", word_of(switches, settings.auto_gain_control));
    line("push_to_talk", word_of(switches, settings.push_to_talk));
    line("relay_only", word_of(switches, settings.relay_only));
    line("video_codec", word_of(video_codecs, settings.video_codec));
    line("audio_codec", word_of(audio_codecs, settings.audio_codec));
    return text;
}

Settings parse_settings(std::string_view text) {
    Settings settings;
    for (const auto part : std::views::split(text, '\n')) {
        const std::string_view line(part);
        if (const auto equals = line.find('='); equals != std::string_view::npos)
            apply(settings, line.substr(0, equals), line.substr(equals + 1));
    }
    return settings;
}

}  // namespace malgil::call
