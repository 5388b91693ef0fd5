#pragma once

#include "client/call/ids.hpp"
#include "client/call/measurement.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace malgil::call {

/// What went on between two measurements.
struct Sample {
    Milliseconds at{0};                  // Moment::now
    std::optional<double> bitrate_in{};  // bits a second, sound and picture
    std::optional<double> bitrate_out{};
    std::optional<double> round_trip{};  // milliseconds
    std::optional<double> loss_in{};     // 0 to 1
    std::optional<double> loss_out{};
    std::optional<double> jitter{};         // milliseconds, of the sound that comes in
    std::optional<double> frame_rate_in{};  // frames a second
    std::optional<double> frame_rate_out{};
    std::optional<double> width_in{};  // pixels
    std::optional<double> height_in{};
    std::optional<double> width_out{};
    std::optional<double> height_out{};
    std::optional<double> available_outgoing{};  // bits a second

    /// What the losses are shares of.
    struct Packets {
        double lost = 0;
        double all = 0;
    };

    Packets packets_in{}, packets_out{};
};

/// Every value of a sample, with its name in a report.
struct Figure {
    std::string_view name;
    std::optional<double> Sample::* value;
};

inline constexpr std::array<Figure, 13> figures{{
    {"bitrateIn", &Sample::bitrate_in},
    {"bitrateOut", &Sample::bitrate_out},
    {"roundTripMs", &Sample::round_trip},
    {"lossIn", &Sample::loss_in},
    {"lossOut", &Sample::loss_out},
    {"jitterMs", &Sample::jitter},
    {"framesPerSecondIn", &Sample::frame_rate_in},
    {"framesPerSecondOut", &Sample::frame_rate_out},
    {"widthIn", &Sample::width_in},
    {"heightIn", &Sample::height_in},
    {"widthOut", &Sample::width_out},
    {"heightOut", &Sample::height_out},
    {"availableOutgoing", &Sample::available_outgoing},
}};

/// Samples are kept for so long, and at most so many.
inline constexpr Milliseconds history{120'000};
inline constexpr std::size_t max_samples = 150;

/// One connection, over the last two minutes.
struct Statistics {
    std::optional<Measurement> latest;
    std::vector<Sample> samples;  // the oldest first

    /// False where it is too near to the one before to tell anything.
    bool add(Milliseconds now, Measurement measurement);

    /// The share of packets that got lost lately, 0 to 1; no value where there were too few.
    /// Reports of the peer come only every few seconds, so that a single sample says little.
    [[nodiscard]] std::optional<double> recent_loss(Sample::Packets Sample::* direction) const;
};

}  // namespace malgil::call
