#pragma once

#include "web/listener.hpp"
#include "web/media_stream.hpp"
#include "web/timer.hpp"
#include "web/val.hpp"

#include <functional>
#include <vector>

namespace malgil::web {

/// How loud an audio track is, about 15 times a second for as long as this exists: 0 (silence) to 1
/// (full scale), on a scale that looks even to the eye. The function may destroy this. Silent until
/// the first gesture in browsers that hold audio back until then.
class LevelMeter {
public:
    LevelMeter(const MediaStreamTrack& track, std::function<void(float level)> on_level);
    ~LevelMeter();

    LevelMeter(const LevelMeter&) = delete;
    LevelMeter& operator=(const LevelMeter&) = delete;
    LevelMeter(LevelMeter&&) = delete;
    LevelMeter& operator=(LevelMeter&&) = delete;

private:
    void measure();
    void resume();

    std::function<void(float level)> on_level_;
    MediaStreamTrack track_;  // a copy: what is muted elsewhere is measured all the same
    val context_;             // AudioContext; undefined where there is none
    val source_;              // kept, or it is collected
    val analyser_;
    val samples_;  // Float32Array
    std::vector<Listener> gestures_;
    Timer timer_;
};

}  // namespace malgil::web
