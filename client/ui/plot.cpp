#include "client/ui/plot.hpp"

#include "client/ui/theme.hpp"
#include "client/ui/type.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace malgil::ui {

namespace {

using call::Sample;

constexpr float graph_height = 36;
constexpr std::string_view arrow_in = "↓ ";
constexpr std::string_view arrow_out = "↑ ";
/// Samples that are further apart are not joined by a line: something was away in between.
constexpr call::Milliseconds longest_gap{6500};

std::optional<double> latest_of(std::span<const Sample> samples, Values values) {
    return samples.empty() || values == nullptr ? std::nullopt : samples.back().*values;
}

double highest_of(std::span<const Sample> samples, const Plot& plot) {
    double highest = 0;
    for (const Sample& sample : samples)
        for (const Values values : {plot.received, plot.sent})
            if (values != nullptr)
                highest = std::max(highest, (sample.*values).value_or(0));
    return highest;
}

void draw_curve(const ImRect& graph, std::span<const Sample> samples, Values values, double top,
                ImU32 colour) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto x_of = [&](const Sample& sample) {
        const auto age = static_cast<float>((samples.back().at - sample.at).count());
        return graph.Max.x - graph.GetWidth() * age / static_cast<float>(call::history.count());
    };
    std::vector<ImVec2> line;
    const auto finish = [&] {
        if (line.size() > 1)
            list.AddPolyline(line.data(), static_cast<int>(line.size()), colour, 0, 1.5F);
        else if (line.size() == 1)
            list.AddCircleFilled(line.front(), 1.5F, colour);
        line.clear();
    };
    const Sample* former = nullptr;
    for (const Sample& sample : samples) {
        const auto& value = sample.*values;
        if (!value || (former != nullptr && sample.at - former->at > longest_gap))
            finish();
        if (value) {
            const auto share = static_cast<float>(std::min(*value / top, 1.0));
            line.emplace_back(std::max(x_of(sample), graph.Min.x),
                              graph.Max.y - share * graph.GetHeight());
            former = &sample;
        }
    }
    finish();
}

/// The value after its arrow; returns where the next one may stand.
float draw_value(const View& view, ImVec2 place, std::string_view arrow, ImU32 colour,
                 const std::string& value) {
    if (!arrow.empty()) {
        draw_line(view, place, hint_strong, colour, arrow);
        place.x += width_of(view, hint_strong, arrow);
    }
    draw_line(view, place, hint_strong, theme::text, value);
    return place.x + width_of(view, hint_strong, value) + theme::space_12;
}

std::string said(const View& view, const Plot& plot, const std::optional<double>& in,
                 const std::optional<double>& out, double highest) {
    const auto words = [&](const std::optional<double>& value) {
        return value ? plot.in_words(*value) : std::string(view.texts(Text::plot_nothing));
    };
    const std::string most = plot.in_words(highest);
    if (plot.sent == nullptr)
        return view.texts(Text::plot_said,
                          {{"what", view.texts(plot.name)}, {"value", words(in)}, {"most", most}});
    return view.texts(Text::plot_said_both, {{"what", view.texts(plot.name)},
                                             {"received", words(in)},
                                             {"sent", words(out)},
                                             {"most", most}});
}

}  // namespace

ImU32 colour_of_received() {
    return theme::accent;
}

ImU32 colour_of_sent() {
    return theme::sent;
}

float plot_height() {
    return 2 * line_height(hint) + theme::space_4 + graph_height;
}

void draw_plot(const View& view, const ImRect& box, const Plot& plot,
               std::span<const Sample> samples) {
    const auto in = latest_of(samples, plot.received);
    const auto out = latest_of(samples, plot.sent);
    const double highest = highest_of(samples, plot);
    view.recorder.add(frame::Node{.role = frame::Role::text,
                                  .name = said(view, plot, in, out, highest),
                                  .rect = rect_of(box)});
    if (!ImGui::IsRectVisible(box.Min, box.Max))
        return;

    const std::string most = view.texts(Text::plot_most, {{"most", plot.in_words(highest)}});
    const float most_width = std::ceil(width_of(view, hint, most));
    draw_line(
        view, box.Min, hint, theme::quiet_text,
        elided(view, hint, view.texts(plot.name), box.GetWidth() - most_width - theme::space_8));
    draw_line(view, {box.Max.x - most_width, box.Min.y}, hint, theme::quiet_text, most);

    ImVec2 place{box.Min.x, box.Min.y + line_height(hint)};
    const auto words = [&](const std::optional<double>& value) {
        return value ? plot.in_words(*value) : std::string("–");
    };
    place.x = draw_value(view, place, plot.sent == nullptr ? std::string_view{} : arrow_in,
                         colour_of_received(), words(in));
    if (plot.sent != nullptr)
        draw_value(view, place, arrow_out, colour_of_sent(), words(out));

    const ImRect graph{box.Min.x, box.Max.y - graph_height, box.Max.x, box.Max.y};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(graph.Min, graph.Max, theme::ground, 4);
    const double top = std::max(highest, plot.least_top);
    const ImRect inner = inset(graph, 2, 3);
    if (plot.sent != nullptr)
        draw_curve(inner, samples, plot.sent, top, colour_of_sent());
    draw_curve(inner, samples, plot.received, top, colour_of_received());
}

}  // namespace malgil::ui
