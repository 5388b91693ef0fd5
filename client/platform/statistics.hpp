#pragma once

#include "client/call/connection_events.hpp"
#include "client/call/measurement.hpp"
#include "web/rtc_stats_report.hpp"

#include <optional>
#include <string>

namespace malgil::platform {

/// The m-lines (by mid) that microphone and camera go by; a screen has others. No value: not
/// negotiated yet.
struct MainLines {
    std::optional<std::string> audio;
    std::optional<std::string> video;
};

/// What a report says of one connection, as far as this browser tells it.
[[nodiscard]] call::Measurement read_measurement(const web::RTCStatsReport& report,
                                                 const MainLines& lines);

/// What a report says of the path in use.
[[nodiscard]] call::PathRead read_path(const web::RTCStatsReport& report,
                                       call::ConnectionId connection);

}  // namespace malgil::platform
