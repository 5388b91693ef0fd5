#include "client/ui/statistics_panel.hpp"

namespace malgil::ui {

void draw_statistics(const View& view, Column& column) {
    if (view.state.roster.empty())
        column.note(view.texts(Text::statistics_nobody));
}

}  // namespace malgil::ui
