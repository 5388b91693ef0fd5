#include "assets/icons.hpp"
#include "client/ui/connection_report.hpp"
#include "client/ui/settings_panel.hpp"
#include "client/ui/theme.hpp"

#include <utility>

namespace malgil::ui {

namespace {

/// Who asked for a check sees what comes of it, also where it was asked for from elsewhere. Dear
/// ImGui knows what can be scrolled to only after the first frame of the panel.
void scroll_to_check(const View& view, const Column& column) {
    if (!view.ui.show_check || ImGui::GetScrollMaxY() <= 0)
        return;
    view.ui.show_check = false;
    ImGui::SetScrollY(ImGui::GetScrollY() + column.bottom() - ImGui::GetWindowPos().y);
    view.recorder.redraw_in(0);
}

}  // namespace

void draw_network_settings(const View& view, Column& column) {
    column.heading(view.texts(Text::settings_network));
    const bool relay_only = view.state.settings.relay_only;
    if (column.toggle("hide address", view.texts(Text::hide_address), relay_only,
                      view.texts(Text::hide_address_hint)))
        change_settings(view, [](call::Settings& s) { s.relay_only = !s.relay_only; });
    if (relay_only && lacks_relay(view.state))
        column.note(view.texts(Text::hide_address_impossible), theme::warning);

    column.space(theme::space_8);
    scroll_to_check(view, column);
    const bool running = view.state.check.is_running();
    if (column.button({.id = "check connection",
                       .name = view.texts(Text::check_connection),
                       .icon = assets::icon::refresh,
                       .disabled = running || !view.state.has_webrtc})) {
        view.ui.show_check = true;
        view.intents.emplace_back(call::CheckConnection{});
    }
    draw_connection_report(view, column);
}

}  // namespace malgil::ui
