#include "client/ui/quality_mark.hpp"

#include "client/ui/theme.hpp"
#include "client/ui/type.hpp"

#include <cmath>
#include <utility>

namespace malgil::ui {

namespace {

using call::Assessment;
using call::Quality;
using call::QualityReason;

constexpr float bar_width = 4;
constexpr float bar_gap = 2;
constexpr float lowest_bar = 5;
constexpr float bar_step = 4;
constexpr int bars = 3;
constexpr float bars_width = bars * bar_width + (bars - 1) * bar_gap;

Text text_of(Quality quality) {
    switch (quality) {
        case Quality::good:
            return Text::quality_good;
        case Quality::fair:
            return Text::quality_fair;
        case Quality::poor:
            return Text::quality_poor;
    }
    std::unreachable();
}

Text text_of(QualityReason reason) {
    switch (reason) {
        case QualityReason::none:
        case QualityReason::loss:
            return Text::quality_loss;
        case QualityReason::delay:
            return Text::quality_delay;
        case QualityReason::your_uplink:
            return Text::quality_your_uplink;
        case QualityReason::their_computer:
            return Text::quality_their_computer;
    }
    std::unreachable();
}

int lit_bars(Quality quality) {
    return bars - static_cast<int>(quality);
}

void draw_bars(ImVec2 lower_left, Quality quality) {
    for (int i = 0; i < bars; ++i) {
        const float left = lower_left.x + static_cast<float>(i) * (bar_width + bar_gap);
        const float height = lowest_bar + static_cast<float>(i) * bar_step;
        ImGui::GetWindowDrawList()->AddRectFilled(
            {left, lower_left.y - height}, {left + bar_width, lower_left.y},
            i < lit_bars(quality) ? colour_of(quality) : theme::unlit, 1);
    }
}

}  // namespace

std::string quality_text(const View& view, const Assessment& assessment) {
    const auto quality = view.texts(text_of(assessment.quality));
    if (assessment.quality == Quality::good)
        return std::string(quality);
    return view.texts(Text::quality_because,
                      {{"quality", quality}, {"reason", view.texts(text_of(assessment.reason))}});
}

ImU32 colour_of(Quality quality) {
    switch (quality) {
        case Quality::good:
            return theme::text;
        case Quality::fair:
            return theme::warning;
        case Quality::poor:
            return theme::danger_text;
    }
    std::unreachable();
}

void draw_quality_mark(const View& view, const ImRect& tile, const ImRect& own,
                       const call::Peer& peer) {
    if (peer.state != call::ConnectionState::connected)
        return;
    const Assessment& shown = peer.path.mark.shown;
    const std::string words = quality_text(view, shown);
    const float height = line_height(hint_strong) + 2 * theme::space_4;
    ImRect box = inset(tile, theme::space_12, theme::space_12);
    box.Max.y = box.Min.y + height;
    float width = bars_width + 2 * theme::space_8;
    const float words_width = std::ceil(width_of(view, hint_strong, words)) + theme::space_8;
    const bool explains = shown.quality != Quality::good && width + words_width <= box.GetWidth();
    if (explains)
        width += words_width;
    box.Min.x = box.Max.x - width;
    if (box.Overlaps(own) || box.Min.x < tile.Min.x)
        return;
    view.recorder.add(
        frame::Node{.role = frame::Role::text,
                    .name = view.texts(Text::quality_of_connection,
                                       {{"user", peer.user.str()}, {"quality", words}}),
                    .rect = rect_of(box)});
    ImGui::GetWindowDrawList()->AddRectFilled(box.Min, box.Max, theme::veil, theme::radius_field);
    if (explains)
        draw_line(view, {box.Min.x + theme::space_8, box.Min.y + theme::space_4}, hint_strong,
                  theme::text, words);
    constexpr float highest = lowest_bar + (bars - 1) * bar_step;
    draw_bars(
        {box.Max.x - theme::space_8 - bars_width, std::round(box.GetCenter().y + highest / 2)},
        shown.quality);
}

}  // namespace malgil::ui
