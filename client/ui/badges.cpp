#include "client/ui/badges.hpp"

#include "assets/icons.hpp"
#include "client/ui/reactions.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/type.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::ui {

void draw_badges(const View& view, const ImRect& tile, bool hand,
                 std::optional<call::Reaction> reaction) {
    const float diameter = std::round(std::clamp(tile.GetHeight() * 0.2F, 24.0F, 40.0F));
    const float margin = tile.GetHeight() > 140 ? theme::space_12 : theme::space_4;
    ImVec2 centre{tile.Min.x + margin + diameter / 2, tile.Min.y + margin + diameter / 2};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (hand) {
        list.AddCircleFilled(centre, diameter / 2, theme::warning);
        draw_icon(view, centre, std::round(diameter * 0.62F), theme::on_accent, assets::icon::hand);
        centre.x += diameter + theme::space_4;
    }
    if (!reaction)
        return;
    const auto look = std::ranges::find(reactions, *reaction, &ReactionLook::reaction);
    list.AddCircleFilled(centre, diameter / 2, theme::veil);
    const ImRect box = box_around(centre, {diameter, diameter});
    draw_centred(view, box, {.size = std::round(diameter * 0.6F)}, theme::text,
                 view.shaped(look->emoji));
    view.recorder.add(frame::Node{.role = frame::Role::status,
                                  .name = std::string(view.texts(look->name)),
                                  .rect = rect_of(box)});
}

}  // namespace malgil::ui
