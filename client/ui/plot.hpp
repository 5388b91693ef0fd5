#pragma once

#include "client/ui/view.hpp"

#include <optional>
#include <span>
#include <string>

namespace malgil::ui {

using Values = std::optional<double> call::Sample::*;

/// How something went over the last two minutes.
struct Plot {
    Text name;
    /// What comes from the peer; or what has no direction, where there is no `sent`.
    Values received;
    Values sent = nullptr;
    std::string (*in_words)(double value);
    /// The scale ends here where no value is higher.
    double least_top;
};

[[nodiscard]] float plot_height();

/// Name, latest values, the highest one, and a line for each direction; the newest at the right.
void draw_plot(const View& view, const ImRect& box, const Plot& plot,
               std::span<const call::Sample> samples);

/// The colours of the lines.
[[nodiscard]] ImU32 colour_of_received();
[[nodiscard]] ImU32 colour_of_sent();

}  // namespace malgil::ui
