#include "client/call/path_limit.hpp"

#include <algorithm>
#include <array>

namespace malgil::call {
namespace {

struct Step {
    double share;  // of the bitrate
    double scale;
    int max_framerate;
};

constexpr std::array<Step, PathLimit::last_step + 1> steps{{
    {.share = 1, .scale = 1, .max_framerate = 0},
    {.share = 0.6, .scale = 1.5, .max_framerate = 24},
    {.share = 0.3, .scale = 2, .max_framerate = 15},
    {.share = 0.12, .scale = 3, .max_framerate = 10},
}};

/// About what browsers send of 1280 × 720 where nothing limits them, in bits a second.
constexpr int usual_bitrate = 1'500'000;
/// Less is no picture any more.
constexpr int least_bitrate = 60'000;
constexpr double most_scale = 6;

/// For longer than one bad moment is remembered (Statistics::recent_loss).
constexpr Milliseconds bad_patience{7000};
/// A step up that lasts for less than this has failed.
constexpr Milliseconds relapse{20'000};
constexpr double bad_loss = 0.08;
constexpr double good_loss = 0.03;
/// Of what the path is thought to bear. Browsers think that it bears little more than what is sent:
/// where less is sent, for instance as little moves in the picture, only sending more shows what it
/// bears. Chromium tries that once it may send more.
constexpr double used_up = 0.9;
/// By so much longer than the shortest lately, a round trip tells of packets that wait on the way.
constexpr double queue = 150;  // milliseconds
/// A computer that is too slow is not helped by a picture that nobody recognises.
constexpr int last_step_for_cpu = 2;

int bitrate_at(int step, int wanted) {
    const double whole = wanted > 0 ? wanted : usual_bitrate;
    return std::max(least_bitrate,
                    static_cast<int>(whole * steps[static_cast<std::size_t>(step)].share));
}

int lower_rate(int a, int b) {
    if (a == 0 || b == 0)
        return std::max(a, b);
    return std::min(a, b);
}

enum class Path { good, middling, bad };

bool has_queue(const Statistics& statistics) {
    const auto latest = statistics.samples.back().round_trip;
    return latest && std::ranges::any_of(statistics.samples, [&latest](const Sample& sample) {
               return sample.round_trip && *sample.round_trip + queue < *latest;
           });
}

Path path_of(const Statistics& statistics, const Measurement& latest, int step,
             int wanted_bitrate) {
    const double loss = statistics.recent_loss(&Sample::packets_out).value_or(0);
    const double now = bitrate_at(step, wanted_bitrate);
    const double bears = latest.available_outgoing.value_or(now);
    const double sent = statistics.samples.back().bitrate_out.value_or(bears);
    const bool has_room = sent < bears * used_up && !has_queue(statistics);
    const bool cpu = latest.limited == LimitedBy::cpu;
    const bool starved = latest.limited == LimitedBy::bandwidth && bears < now / 2 && !has_room;
    if (loss > bad_loss || starved || (cpu && step < last_step_for_cpu))
        return Path::bad;
    return loss < good_loss && !cpu && (bears >= now || has_room) ? Path::good : Path::middling;
}

}  // namespace

void PathLimit::observe(Milliseconds now, const Statistics& statistics,
                        const VideoEncoding& wanted) {
    if (!statistics.latest || statistics.samples.empty())
        return;
    const Path path = path_of(statistics, *statistics.latest, step, wanted.max_bitrate);
    if (path != Path::bad)
        bad_since.reset();
    else if (!bad_since)
        bad_since = now;
    if (path != Path::good)
        good_since.reset();
    else if (!good_since)
        good_since = now;

    if (bad_since && now - *bad_since >= bad_patience && step < last_step) {
        ++step;
        bad_since.reset();
        if (raised && now - *raised < relapse)
            patience = std::min(2 * patience, most_patience);
        raised.reset();
    } else if (good_since && now - *good_since >= patience) {
        good_since = now;
        if (step > 0) {
            --step;
            raised = now;
        } else {
            patience = least_patience;
        }
    }
}

VideoEncoding PathLimit::camera(VideoEncoding wanted) const {
    if (step == 0)
        return wanted;
    const double scale = wanted.scale_resolution_by;
    wanted = screen(wanted);
    wanted.scale_resolution_by =
        std::max(scale, std::min(scale * steps[static_cast<std::size_t>(step)].scale, most_scale));
    return wanted;
}

VideoEncoding PathLimit::screen(VideoEncoding wanted) const {
    if (step == 0)
        return wanted;
    wanted.max_bitrate = bitrate_at(step, wanted.max_bitrate);
    wanted.max_framerate =
        lower_rate(wanted.max_framerate, steps[static_cast<std::size_t>(step)].max_framerate);
    return wanted;
}

}  // namespace malgil::call
