#include "client/platform/voice_watch.hpp"

#include "client/call/speech.hpp"
#include "web/dom.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace malgil::platform {

namespace {

/// Half of the time in which who speaks is to be seen.
constexpr std::chrono::milliseconds interval{150};
/// Each question waits for the browser's thread of all media. Where that has no time, it is not
/// asked so often: waiting takes at most a tenth of the page's.
constexpr double rest_per_wait = 10;
constexpr double longest_interval_ms = 1000;
/// So long after the last voice the core has seen the end of it, too.
constexpr int tail = static_cast<int>(call::speech_pause / interval) + 2;

}  // namespace

VoiceWatch::VoiceWatch(EventSink& sink, const Connections& connections)
    : sink_(sink), connections_(connections) {}

void VoiceWatch::start() {
    if (std::exchange(running_, true))
        return;
    quiet_ = tail;
    timer_ = web::Timer(interval, [this] { measure(); });
}

void VoiceWatch::measure() {
    running_ = !connections_.empty();
    if (!running_)
        return;
    const double began = web::now_ms();
    call::VoicesMeasured measured;
    for (const auto& [id, connection] : connections_)
        if (const float level = connection->voice_level(); level >= call::voice_level)
            measured.voices.push_back({.connection = id, .level = level});
    const double waited = web::now_ms() - began;
    const double rest =
        std::clamp(waited * rest_per_wait, double{interval.count()}, longest_interval_ms);
    timer_ = web::Timer(std::chrono::milliseconds(std::lround(rest)), [this] { measure(); });
    quiet_ = measured.voices.empty() ? quiet_ + 1 : 0;
    if (quiet_ < tail)
        sink_.post(std::move(measured));
}

}  // namespace malgil::platform
