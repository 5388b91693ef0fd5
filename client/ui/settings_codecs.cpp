#include "client/ui/settings_panel.hpp"

namespace malgil::ui {

void draw_codec_settings(const View& /*view*/, Column& /*column*/) {}

}  // namespace malgil::ui
