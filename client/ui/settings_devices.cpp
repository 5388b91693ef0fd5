#include "assets/icons.hpp"
#include "client/ui/settings_panel.hpp"
#include "client/ui/theme.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace malgil::ui {

namespace {

using call::DeviceKind;
using call::VideoPreset;

/// What is listed for one kind of device: the default first.
struct Listing {
    std::vector<std::string> ids;
    std::vector<std::string> names;
};

Text unnamed(DeviceKind kind) {
    switch (kind) {
        case DeviceKind::microphone:
            return Text::microphone_number;
        case DeviceKind::camera:
            return Text::camera_number;
        case DeviceKind::speaker:
            break;
    }
    return Text::speaker_number;
}

Listing listing_of(const View& view, DeviceKind kind) {
    Listing listing{.ids = {""}, .names = {std::string(view.texts(Text::default_device))}};
    for (const call::DeviceInfo& device : view.state.devices.list) {
        if (device.kind != kind)
            continue;
        // Names come with the permission.
        const std::string number = std::to_string(listing.ids.size());
        listing.names.push_back(
            device.name.empty() ? view.texts(unnamed(kind), {{"number", number}}) : device.name);
        listing.ids.push_back(device.id);
    }
    return listing;
}

std::size_t index_of(const Listing& listing, const std::string& id) {
    for (std::size_t i = 0; i < listing.ids.size(); ++i)
        if (listing.ids[i] == id)
            return i;
    return 0;
}

/// A choice among the devices of one kind. `chosen`: where the settings keep it; `used`: what is in
/// use, should the chosen one be away.
void draw_choice(const View& view, Column& column, DeviceKind kind, std::string_view name,
                 std::string call::Settings::* chosen, const std::string& used) {
    constexpr std::array ids{"choose microphone", "choose camera", "choose speaker"};
    const Listing listing = listing_of(view, kind);
    std::vector<Option> options;
    options.reserve(listing.names.size());
    for (const std::string& each : listing.names)
        options.push_back({.name = each, .hint = {}});
    const std::string& wanted = view.state.settings.*chosen;
    std::size_t now = index_of(listing, wanted);
    if (now == 0 && !wanted.empty())
        now = index_of(listing, used);
    const auto index = column.choice(ids.at(static_cast<std::size_t>(kind)), name, options, now);
    if (index && listing.ids[*index] != wanted)
        change_settings(view, [&](call::Settings& s) { s.*chosen = listing.ids[*index]; });
}

void draw_presets(const View& view, Column& column) {
    constexpr std::array<std::pair<VideoPreset, Text>, 4> presets{{
        {VideoPreset::low, Text::preset_low},
        {VideoPreset::medium, Text::preset_medium},
        {VideoPreset::high, Text::preset_high},
        {VideoPreset::highest, Text::preset_highest},
    }};
    std::array<std::string, presets.size()> sizes;
    std::array<Option, presets.size()> options;
    std::size_t now = 0;
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const auto size = call::size_of(presets[i].first);
        sizes[i] = view.texts(Text::preset_size, {{"width", std::to_string(size.width)},
                                                  {"height", std::to_string(size.height)},
                                                  {"rate", std::to_string(size.frame_rate)}});
        options[i] = {.name = view.texts(presets[i].second), .hint = sizes[i]};
        if (presets[i].first == view.state.settings.video_preset)
            now = i;
    }
    const auto chosen = column.choice("preset", view.texts(Text::resolution), options, now);
    if (chosen)
        change_settings(view,
                        [&](call::Settings& s) { s.video_preset = presets.at(*chosen).first; });
}

void draw_switch(const View& view, Column& column, const char* id, Text name,
                 bool call::Settings::* value, std::string_view said = {}) {
    if (column.toggle(id, view.texts(name), view.state.settings.*value, said))
        change_settings(view, [value](call::Settings& s) { s.*value = !(s.*value); });
}

void draw_meter(const View& view, Column& column) {
    const call::MediaState& media = view.state.media;
    level_meter(view, column.room(theme::space_12), view.texts(Text::microphone_level),
                media.microphone_level, media.microphone.sending());
    column.space(theme::space_8);
}

}  // namespace

void draw_device_settings(const View& view, Column& column) {
    const call::MediaState& media = view.state.media;
    column.heading(view.texts(Text::settings_picture));
    draw_choice(view, column, DeviceKind::camera, view.texts(Text::camera), &call::Settings::camera,
                media.camera.opened.id);
    column.space(theme::space_8);
    draw_presets(view, column);

    column.heading(view.texts(Text::settings_sound));
    draw_choice(view, column, DeviceKind::microphone, view.texts(Text::microphone),
                &call::Settings::microphone, media.microphone.opened.id);
    draw_meter(view, column);
    if (view.state.devices.can_choose_speaker)
        draw_choice(view, column, DeviceKind::speaker, view.texts(Text::speaker),
                    &call::Settings::speaker, view.state.devices.speaker);
    if (column.button({.id = "test tone",
                       .name = view.texts(Text::play_test_tone),
                       .icon = assets::icon::sound}))
        view.intents.emplace_back(call::PlayTestTone{});
    draw_switch(view, column, "echo cancellation", Text::echo_cancellation,
                &call::Settings::echo_cancellation);
    draw_switch(view, column, "noise suppression", Text::noise_suppression,
                &call::Settings::noise_suppression);
    draw_switch(view, column, "gain control", Text::auto_gain_control,
                &call::Settings::auto_gain_control);
    draw_switch(view, column, "push to talk", Text::push_to_talk, &call::Settings::push_to_talk,
                view.texts(Text::push_to_talk_hint));
}

}  // namespace malgil::ui
