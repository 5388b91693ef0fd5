#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <random>
#include <string_view>
#include <vector>

namespace malgil::test {

using Time = std::chrono::nanoseconds;

/// How bad the network is, in each direction.
struct Conditions {
    double loss = 0;   // per cent of the frames
    double delay = 0;  // milliseconds
    double rate = 0;   // kbit/s; 0: no cap

    friend bool operator==(const Conditions&, const Conditions&) = default;
};

/// Reads "loss 5 delay 200 rate 500", in any order; what is not named is 0. No value: it is none.
[[nodiscard]] std::optional<Conditions> parse_conditions(std::string_view line);

/// What waits longer than this for its turn under a cap is dropped, as a router's queue does.
inline constexpr Time longest_queue = std::chrono::milliseconds{300};

/// One direction of a link. Frames leave in the order in which they came. It never looks at a
/// clock: `now` may start anywhere and only grows.
class Shaper {
public:
    using Frame = std::vector<std::byte>;

    explicit Shaper(std::uint64_t seed) : random_(seed) {}

    /// For the frames that come from now on.
    void set(const Conditions& conditions) { conditions_ = conditions; }

    void take(Frame frame, Time now);
    /// When the next frame leaves. No value: nothing is on its way.
    [[nodiscard]] std::optional<Time> next() const;
    /// A frame that leaves by now, if there is one.
    [[nodiscard]] std::optional<Frame> give(Time now);

private:
    struct Underway {
        Time leaves;
        Frame frame;
    };

    Conditions conditions_;
    std::mt19937_64 random_;
    std::deque<Underway> underway_;
    /// When the line has sent everything that it took.
    Time free_at_{0};
};

}  // namespace malgil::test
