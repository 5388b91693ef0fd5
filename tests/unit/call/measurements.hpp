#pragma once

#include "client/call/measurement.hpp"
#include "client/call/statistics.hpp"

#include <functional>
#include <optional>

namespace malgil::test {

/// A path as the browser would report it, measurement by measurement: what it carries each second,
/// and how.
struct TestedPath {
    double kilobits_in = 800, kilobits_out = 700;
    double packets = 100;  // each way, before losses
    double loss_in = 0, loss_out = 0;
    double frames = 30;
    double round_trip = 40;
    std::optional<double> available = 2'500'000;
    std::optional<call::LimitedBy> limited = call::LimitedBy::nothing;
    call::Measurement latest{};

    /// After so many seconds more.
    [[nodiscard]] call::Measurement next(double seconds = 2);
};

/// So many measurements, `seconds` apart; `after` is called with each.
void measure(
    TestedPath& path, call::Statistics& statistics, call::Milliseconds& now, int times,
    const std::function<void()>& after = [] {}, double seconds = 2);

}  // namespace malgil::test
