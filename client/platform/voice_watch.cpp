#include "client/platform/voice_watch.hpp"

#include "client/call/speech.hpp"

#include <chrono>
#include <utility>

namespace malgil::platform {

namespace {

constexpr std::chrono::milliseconds interval{100};
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
    timer_ = web::Timer(interval, [this] { measure(); });
    call::VoicesMeasured measured;
    for (const auto& [id, connection] : connections_)
        if (const float level = connection->voice_level(); level >= call::voice_level)
            measured.voices.push_back({.connection = id, .level = level});
    quiet_ = measured.voices.empty() ? quiet_ + 1 : 0;
    if (quiet_ < tail)
        sink_.post(std::move(measured));
}

}  // namespace malgil::platform
