#include "client/ui/settings_panel.hpp"

namespace malgil::ui {

void draw_device_settings(const View& view, Column& column) {
    const call::Settings& settings = view.state.settings;
    column.heading(view.texts(Text::settings_sound));
    if (column.toggle("echo cancellation", view.texts(Text::echo_cancellation),
                      settings.echo_cancellation))
        change_settings(view,
                        [](call::Settings& s) { s.echo_cancellation = !s.echo_cancellation; });
}

}  // namespace malgil::ui
