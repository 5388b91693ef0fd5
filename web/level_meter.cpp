#include "web/level_meter.hpp"

#include "web/attempt.hpp"
#include "web/dom.hpp"
#include "web/promise.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace malgil::web {

namespace {

constexpr std::chrono::milliseconds interval{66};
constexpr int sample_count = 1024;  // 21 ms at 48 kHz
// What counts as silence; a quiet room is about -55 dB.
constexpr float floor_decibels = -60;

float level_of(const std::vector<float>& samples) {
    float sum = 0;
    for (const float sample : samples)
        sum += sample * sample;
    const float mean_square = sum / static_cast<float>(samples.size());
    if (mean_square <= 0)
        return 0;
    const float decibels = 10 * std::log10(mean_square);
    return std::clamp(1 - decibels / floor_decibels, 0.0F, 1.0F);
}

}  // namespace

LevelMeter::LevelMeter(const MediaStreamTrack& track, std::function<void(float level)> on_level)
    : on_level_(std::move(on_level)), track_(track.clone()) {
    track_.set_enabled(true);
    Result context = try_construct(val::global("AudioContext"));
    if (!context)
        return;
    context_ = *std::move(context);
    MediaStream stream;
    stream.add(track_);
    Result source = try_call(context_, "createMediaStreamSource", {stream.js()});
    if (!source)
        return;
    source_ = *std::move(source);
    analyser_ = context_.call<val>("createAnalyser");
    analyser_.set("fftSize", sample_count);
    samples_ = val::global("Float32Array").new_(sample_count);
    source_.call<void>("connect", analyser_);
    // https://html.spec.whatwg.org/#activation-triggering-input-event
    for (const char* event : {"pointerup", "keydown"})
        gestures_.emplace_back(
            window(), event, [this](const val&) { resume(); },
            ListenerOptions{.capture = true, .passive = true});
    resume();
    timer_ = Timer(interval, [this] { measure(); });
}

LevelMeter::~LevelMeter() {
    track_.stop();
    if (!is_nullish(context_))
        call_and_forget(context_, "close");
}

void LevelMeter::measure() {
    analyser_.call<void>("getFloatTimeDomainData", samples_);
    timer_ = Timer(interval, [this] { measure(); });
    // A copy, and last: it may destroy this.
    const auto on_level = on_level_;
    on_level(level_of(emscripten::convertJSArrayToNumberVector<float>(samples_)));
}

void LevelMeter::resume() {
    if (string_of(context_["state"]) == "suspended")
        call_and_forget(context_, "resume");
}

}  // namespace malgil::web
