#include "client/call/quality.hpp"

#include <algorithm>

namespace malgil::call {
namespace {

constexpr int samples_down = 3;
constexpr int samples_up = 5;

struct Limits {
    double fair, poor;
};

constexpr Limits loss_limits{.fair = 0.03, .poor = 0.10};
constexpr Limits delay_limits{.fair = 300, .poor = 600};  // milliseconds
/// A picture that one would not call small takes this much, in bits a second.
constexpr double enough_bitrate = 600'000;
/// Pictures in a second that are no moving picture any more.
constexpr double jerky = 6;

Quality grade(std::optional<double> value, const Limits& limits) {
    if (!value || *value < limits.fair)
        return Quality::good;
    return *value < limits.poor ? Quality::fair : Quality::poor;
}

/// The browser says that the line holds it back, and so it does: it says the same where a limit of
/// our own does.
Quality grade_of_uplink(const Measurement& latest, int wanted_bitrate) {
    if (latest.limited != LimitedBy::bandwidth || !latest.available_outgoing)
        return Quality::good;
    const double enough =
        wanted_bitrate > 0 ? std::min<double>(wanted_bitrate, enough_bitrate) : enough_bitrate;
    if (*latest.available_outgoing >= enough)
        return Quality::good;
    return *latest.available_outgoing < enough / 4 ? Quality::poor : Quality::fair;
}

}  // namespace

Assessment assess(const Statistics& statistics, bool their_computer_is_busy, int wanted_bitrate) {
    if (!statistics.latest || statistics.samples.empty())
        return {};
    Assessment worst;
    const auto consider = [&worst](Quality quality, QualityReason reason) {
        if (quality > worst.quality)
            worst = {.quality = quality, .reason = reason};
    };
    const Sample& latest = statistics.samples.back();
    consider(grade(statistics.recent_loss(&Sample::packets_in), loss_limits), QualityReason::loss);
    consider(grade(latest.round_trip, delay_limits), QualityReason::delay);
    consider(grade(statistics.recent_loss(&Sample::packets_out), loss_limits),
             QualityReason::your_uplink);
    consider(grade_of_uplink(*statistics.latest, wanted_bitrate), QualityReason::your_uplink);
    if (their_computer_is_busy)
        consider(latest.frame_rate_in.value_or(jerky) < jerky ? Quality::poor : Quality::fair,
                 QualityReason::their_computer);
    return worst;
}

bool QualityMark::judge(Assessment latest) {
    if (latest == shown) {
        worse = better = 0;
        return false;
    }
    const bool is_worse = latest.quality > shown.quality;
    int& run = is_worse ? worse : better;
    (is_worse ? better : worse) = 0;
    const bool is_first = run++ == 0;
    const bool is_milder = latest.quality <= next.quality;
    const bool is_graver = latest.quality >= next.quality;
    if (is_first || (is_worse ? is_milder : is_graver))
        next = latest;
    if (run < (is_worse ? samples_down : samples_up))
        return false;
    shown = next;
    worse = better = 0;
    return true;
}

}  // namespace malgil::call
