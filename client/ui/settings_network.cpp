#include "client/ui/settings_panel.hpp"

namespace malgil::ui {

void draw_network_settings(const View& view, Column& column) {
    column.heading(view.texts(Text::settings_network));
    if (column.toggle("hide address", view.texts(Text::hide_address),
                      view.state.settings.relay_only, view.texts(Text::hide_address_hint)))
        change_settings(view, [](call::Settings& s) { s.relay_only = !s.relay_only; });
}

}  // namespace malgil::ui
