#pragma once

#include "web/timer.hpp"
#include "web/val.hpp"

#include <string>

namespace malgil::web {

/// Three short notes, to hear that a speaker works. Made on the spot: nothing is loaded.
class TestTone {
public:
    TestTone() = default;
    ~TestTone();

    TestTone(const TestTone&) = delete;
    TestTone& operator=(const TestTone&) = delete;
    TestTone(TestTone&&) = delete;
    TestTone& operator=(TestTone&&) = delete;

    /// Within a person's gesture; from its beginning, where it plays already. `speaker`: see
    /// HTMLMediaElement.setSinkId; empty, or one that cannot be used: as the system sees fit.
    void play(const std::string& speaker);

private:
    void stop();

    val context_;  // AudioContext; undefined while silent
    val player_;   // <audio>, kept while it plays
    Timer end_;
};

}  // namespace malgil::web
