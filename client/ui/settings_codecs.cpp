#include "client/ui/figures.hpp"
#include "client/ui/settings_panel.hpp"
#include "client/ui/theme.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace malgil::ui {

namespace {

using call::AudioCodec;
using call::VideoCodec;

/// What each is good for, by VideoCodec and AudioCodec.
constexpr std::array<Text, 5> video_hints{Text::codec_automatic_hint, Text::codec_vp8_hint,
                                          Text::codec_vp9_hint, Text::codec_h264_hint,
                                          Text::codec_av1_hint};
constexpr std::array<Text, 4> audio_hints{Text::codec_automatic_hint, Text::codec_opus_hint,
                                          Text::codec_g722_hint, Text::codec_pcmu_hint};

/// One that cannot be chosen says why, in place of what it is good for.
template <class Codec>
Option option_of(const View& view, Codec codec, Text good_for) {
    const call::Choice choice = choice_of(view.state, codec);
    const Text hint = choice == call::Choice::possible   ? good_for
                      : choice == call::Choice::not_here ? Text::codec_not_here
                                                         : Text::codec_not_there;
    return {.name = codec == Codec::automatic ? view.texts(Text::codec_automatic)
                                              : codec_text(name_of(codec)),
            .hint = view.texts(hint),
            .disabled = choice != call::Choice::possible};
}

template <class Codec, std::size_t Count>
std::vector<Option> options_of(const View& view, const std::array<Text, Count>& hints) {
    std::vector<Option> options;
    options.reserve(Count);
    for (std::size_t i = 0; i < Count; ++i)
        options.push_back(option_of(view, static_cast<Codec>(i), hints[i]));
    return options;
}

/// "VP8, H.264": of all peers.
std::string in_use(const View& view, const call::Flow call::Measurement::* flow) {
    std::vector<std::string_view> found;
    for (const call::Peer& peer : view.state.roster) {
        if (!peer.path.statistics.latest)
            continue;
        const auto name = codec_text(((*peer.path.statistics.latest).*flow).codec);
        if (!name.empty() && std::ranges::find(found, name) == found.end())
            found.push_back(name);
    }
    std::string names;
    for (const auto name : found)
        names.append(names.empty() ? "" : ", ").append(name);
    return names;
}

void note_use(const View& view, Column& column, const call::Flow call::Measurement::* out,
              const call::Flow call::Measurement::* in) {
    const std::string sent = in_use(view, out);
    const std::string received = in_use(view, in);
    const auto or_none = [&](const std::string& names) {
        return names.empty() ? view.texts(Text::plot_nothing) : std::string_view(names);
    };
    if (!sent.empty() || !received.empty())
        column.note(view.texts(Text::codecs_in_use,
                               {{"sent", or_none(sent)}, {"received", or_none(received)}}));
}

}  // namespace

void draw_codec_settings(const View& view, Column& column) {
    const call::Settings& settings = view.state.settings;
    column.heading(view.texts(Text::settings_codecs));
    if (const auto chosen = column.choice("video codec", view.texts(Text::video_codec),
                                          options_of<VideoCodec>(view, video_hints),
                                          static_cast<std::size_t>(settings.video_codec)))
        change_settings(
            view, [&](call::Settings& s) { s.video_codec = static_cast<VideoCodec>(*chosen); });
    note_use(view, column, &call::Measurement::video_out, &call::Measurement::video_in);
    column.space(theme::space_8);
    if (const auto chosen = column.choice("audio codec", view.texts(Text::audio_codec),
                                          options_of<AudioCodec>(view, audio_hints),
                                          static_cast<std::size_t>(settings.audio_codec)))
        change_settings(
            view, [&](call::Settings& s) { s.audio_codec = static_cast<AudioCodec>(*chosen); });
    note_use(view, column, &call::Measurement::audio_out, &call::Measurement::audio_in);
}

}  // namespace malgil::ui
