#include "web/test_tone.hpp"

#include "web/attempt.hpp"
#include "web/dom.hpp"
#include "web/promise.hpp"

#include <array>
#include <utility>

namespace malgil::web {

namespace {

// A major chord, note by note: https://en.wikipedia.org/wiki/Scientific_pitch_notation
constexpr std::array notes{523.25, 659.25, 783.99};  // Hz
constexpr double distance = 0.18;                    // seconds from note to note
constexpr double attack = 0.02;                      // without a click
constexpr double decay = 0.6;
constexpr double loudness = 0.2;
constexpr std::chrono::milliseconds length{1300};

void strike(const val& context, const val& destination, double frequency, double at) {
    const val oscillator = context.call<val>("createOscillator");
    val gain = context.call<val>("createGain");
    val pitch = oscillator["frequency"];
    pitch.set("value", frequency);
    const val volume = gain["gain"];
    volume.call<val>("setValueAtTime", 0.0, at);
    volume.call<val>("linearRampToValueAtTime", loudness, at + attack);
    volume.call<val>("exponentialRampToValueAtTime", 0.001, at + decay);
    oscillator.call<val>("connect", gain);
    gain.call<val>("connect", destination);
    oscillator.call<void>("start", at);
    oscillator.call<void>("stop", at + decay);
}

}  // namespace

TestTone::~TestTone() {
    stop();
}

void TestTone::play(const std::string& speaker) {
    stop();
    Result context = try_construct(val::global("AudioContext"));
    if (!context)
        return;
    context_ = *std::move(context);
    // By an element, since not every AudioContext can be sent to a speaker of one's choice.
    const val output = context_.call<val>("createMediaStreamDestination");
    const double begin = context_["currentTime"].as<double>() + attack;
    for (std::size_t i = 0; i < notes.size(); ++i)
        strike(context_, output, notes.at(i), begin + distance * static_cast<double>(i));
    player_ = create_element("audio");
    player_.set("srcObject", output["stream"]);
    if (!speaker.empty())
        call_and_forget(player_, "setSinkId", {val(speaker)});
    call_and_forget(player_, "play");
    call_and_forget(context_, "resume");
    end_ = Timer(length, [this] { stop(); });
}

void TestTone::stop() {
    end_ = Timer();
    if (!is_nullish(player_))
        player_.set("srcObject", val::null());
    if (!is_nullish(context_))
        call_and_forget(context_, "close");
    player_ = val::undefined();
    context_ = val::undefined();
}

}  // namespace malgil::web
