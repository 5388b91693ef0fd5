#pragma once

#include "client/ui/column.hpp"

/// What a person chooses for this and for later calls; each choice applies at once.
namespace malgil::ui {

void draw_settings(const View& view, Column& column);

/// Asks for the settings as they are now, but for one thing.
template <class Change>
void change_settings(const View& view, Change change) {
    call::Settings settings = view.state.settings;
    change(settings);
    view.intents.emplace_back(call::ChangeSettings{.settings = std::move(settings)});
}

// The parts of it ---------------------------------------------------------------------------------

/// Camera, microphone, speaker, and what is done to their picture and sound.
void draw_device_settings(const View& view, Column& column);
/// How picture and sound are coded.
void draw_codec_settings(const View& view, Column& column);
/// The way to the others, and whether it works.
void draw_network_settings(const View& view, Column& column);

}  // namespace malgil::ui
