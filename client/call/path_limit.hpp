#pragma once

#include "client/call/ids.hpp"
#include "client/call/statistics.hpp"
#include "client/call/video_encoding.hpp"

#include <optional>

namespace malgil::call {

/// How far one's video to a peer steps back for what the path to it, or this computer, bears: so
/// that the sound goes on, and the queues on the way stay short. Down after some bad seconds, up
/// again after some good ones; after longer ones where going up has just failed.
struct PathLimit {
    /// 0: not at all.
    int step = 0;
    std::optional<Milliseconds> bad_since{};
    std::optional<Milliseconds> good_since{};
    Milliseconds patience = least_patience;
    /// When it last went up.
    std::optional<Milliseconds> raised{};

    static constexpr int last_step = 3;
    static constexpr Milliseconds least_patience{8000};
    static constexpr Milliseconds most_patience{64'000};

    /// After each sample. `wanted`: what would be sent on a path without limits.
    void observe(Milliseconds now, const Statistics& statistics, const VideoEncoding& wanted);

    /// What of `wanted` is sent at present. A screen keeps its resolution.
    [[nodiscard]] VideoEncoding camera(VideoEncoding wanted) const;
    [[nodiscard]] VideoEncoding screen(VideoEncoding wanted) const;

    friend bool operator==(const PathLimit&, const PathLimit&) = default;
};

}  // namespace malgil::call
