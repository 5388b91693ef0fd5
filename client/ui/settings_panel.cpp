#include "client/ui/settings_panel.hpp"

namespace malgil::ui {

void draw_settings(const View& view, Column& column) {
    draw_device_settings(view, column);
    draw_network_settings(view, column);
    draw_codec_settings(view, column);
}

}  // namespace malgil::ui
