#include "client/ui/figures.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace malgil::ui {

namespace {

std::string whole(double value) {
    return std::to_string(std::llround(value));
}

/// With one digit behind the point.
std::string precise(double value) {
    const long long tenths = std::llround(value * 10);
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

}  // namespace

std::string bitrate_text(double value) {
    const double kilobits = value / 1000;
    if (kilobits < 999.5)
        return whole(kilobits) + " kbit/s";
    return precise(kilobits / 1000) + " Mbit/s";
}

std::string milliseconds_text(double value) {
    return whole(value) + " ms";
}

std::string share_text(double value) {
    return (value == 0 ? "0" : precise(value * 100)) + " %";
}

std::string frame_rate_text(double value) {
    return whole(value) + " fps";
}

std::string pixels_text(double value) {
    return whole(value) + " px";
}

std::string_view codec_text(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> known{{
        {"H264", "H.264"},
        {"G722", "G.722"},
        {"opus", "Opus"},
    }};
    for (const auto& [theirs, ours] : known)
        if (theirs == name)
            return ours;
    return name;
}

}  // namespace malgil::ui
