#include "client/call/statistics.hpp"

#include <algorithm>
#include <utility>

namespace malgil::call {
namespace {

/// In milliseconds: rates over less than this are noise.
constexpr double least_span = 300;
constexpr Milliseconds recent{7000};
/// A lost one among fewer packets than this is no sign of anything.
constexpr double least_packets = 30;

using Counter = std::optional<double> Flow::*;

/// No value where one of them is missing, or where counting began anew.
std::optional<double> growth(const Flow& now, const Flow& before, Counter counter) {
    const auto& a = now.*counter;
    const auto& b = before.*counter;
    if (!a || !b || *a < *b)
        return std::nullopt;
    return *a - *b;
}

std::optional<double> sum(std::optional<double> a, std::optional<double> b) {
    if (!a && !b)
        return std::nullopt;
    return a.value_or(0) + b.value_or(0);
}

std::optional<double> scaled(std::optional<double> value, double factor) {
    return value ? std::optional(*value * factor) : std::nullopt;
}

void count(Sample::Packets& packets, const Flow& now, const Flow& before, bool incoming) {
    const auto passed = growth(now, before, &Flow::packets);
    // Packets that were given up may still come: then the number of the lost falls.
    const auto lost = now.lost && before.lost
                          ? std::optional(std::max(0.0, *now.lost - *before.lost))
                          : std::nullopt;
    if (!passed || !lost)
        return;
    packets.lost += *lost;
    packets.all += incoming ? *passed + *lost : *passed;
}

std::optional<double> share(const Sample::Packets& packets, double least) {
    if (packets.all < std::max(least, 1.0))
        return std::nullopt;
    return std::min(1.0, packets.lost / packets.all);
}

void add_rates(Sample& sample, const Measurement& now, const Measurement& before) {
    const double per_second = 1000 / (now.at - before.at);
    const auto bytes = [&](const Flow Measurement::* flow) {
        return growth(now.*flow, before.*flow, &Flow::bytes);
    };
    sample.bitrate_in =
        scaled(sum(bytes(&Measurement::audio_in), bytes(&Measurement::video_in)), 8 * per_second);
    sample.bitrate_out =
        scaled(sum(bytes(&Measurement::audio_out), bytes(&Measurement::video_out)), 8 * per_second);
    sample.frame_rate_in = scaled(growth(now.video_in, before.video_in, &Flow::frames), per_second);
    sample.frame_rate_out =
        scaled(growth(now.video_out, before.video_out, &Flow::frames), per_second);
    count(sample.packets_in, now.audio_in, before.audio_in, true);
    count(sample.packets_in, now.video_in, before.video_in, true);
    count(sample.packets_out, now.audio_out, before.audio_out, false);
    count(sample.packets_out, now.video_out, before.video_out, false);
    sample.loss_in = share(sample.packets_in, 1);
    sample.loss_out = share(sample.packets_out, 1);
}

}  // namespace

bool Statistics::add(Milliseconds now, Measurement measurement) {
    if (latest && measurement.at - latest->at < least_span)
        return false;
    Sample sample{.at = now,
                  .round_trip = measurement.round_trip,
                  .jitter = measurement.audio_in.jitter,
                  .width_in = measurement.video_in.width,
                  .height_in = measurement.video_in.height,
                  .width_out = measurement.video_out.width,
                  .height_out = measurement.video_out.height,
                  .available_outgoing = measurement.available_outgoing};
    if (latest)
        add_rates(sample, measurement, *latest);
    latest = std::move(measurement);
    const auto first_kept = std::ranges::find_if(
        samples, [now](const Sample& each) { return now - each.at < history; });
    samples.erase(samples.begin(), first_kept);
    if (samples.size() == max_samples)
        samples.erase(samples.begin());
    samples.push_back(sample);
    return true;
}

std::optional<double> Statistics::recent_loss(Sample::Packets Sample::* direction) const {
    Sample::Packets all;
    for (const Sample& sample : samples) {
        if (samples.back().at - sample.at >= recent)
            continue;
        all.lost += (sample.*direction).lost;
        all.all += (sample.*direction).all;
    }
    return share(all, least_packets);
}

}  // namespace malgil::call
