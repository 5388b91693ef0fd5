#include "client/ui/call_header.hpp"

#include "client/ui/theme.hpp"
#include "client/ui/type.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::ui {

void draw_call_header(const View& view, const ImRect& box) {
    const std::size_t people = view.state.roster.size() + 1;
    std::string rest = people == 1
                           ? std::string(view.texts(Text::people_one))
                           : view.texts(Text::people_many, {{"count", std::to_string(people)}});
    if (view.state.started.count() > 0)
        rest.append(" · ").append(view.texts(
            Text::since,
            {{"time", time_of_day(view.state.started, view.around.utc_offset_minutes)}}));

    const float middle = box.GetCenter().y;
    const float rest_width = std::ceil(width_of(view, body, rest));
    const std::string channel = view.shaped(view.state.channel);
    const float channel_width =
        std::min(std::ceil(width_of(view, title, channel)),
                 std::max(0.0F, box.GetWidth() - rest_width - theme::space_12));
    label(view,
          box_at({box.Min.x, middle - line_height(title) / 2}, {channel_width, line_height(title)}),
          title, theme::text, channel, frame::Role::heading);
    label(view,
          box_at({box.Min.x + channel_width + theme::space_12, middle - line_height(body) / 2},
                 {rest_width + 1, line_height(body)}),
          body, theme::quiet_text, rest);
}

}  // namespace malgil::ui
