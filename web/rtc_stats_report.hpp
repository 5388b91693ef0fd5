#pragma once

#include "web/val.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace malgil::web {

/// One entry of a report: https://www.w3.org/TR/webrtc/#dom-rtcstats. Its members are those of
/// https://www.w3.org/TR/webrtc-stats/; every browser leaves some of them out.
class RTCStats {
public:
    explicit RTCStats(val entry) : entry_(std::move(entry)) {}

    /// No value where the browser has none, here and below.
    [[nodiscard]] std::optional<std::string> text(const char* member) const;
    [[nodiscard]] std::optional<double> number(const char* member) const;
    [[nodiscard]] bool is_true(const char* member) const;

private:
    val entry_;
};

/// https://www.w3.org/TR/webrtc/#rtcstatsreport-object. It stands still, as of its making.
class RTCStatsReport {
public:
    explicit RTCStatsReport(val report);

    /// "inbound-rtp": https://www.w3.org/TR/webrtc-stats/#rtcstatstype-*
    [[nodiscard]] std::vector<RTCStats> of_type(std::string_view type) const;
    /// The entry that another one names by its ID.
    [[nodiscard]] std::optional<RTCStats> find(const std::optional<std::string>& id) const;

private:
    val report_;
    std::vector<std::pair<std::string, RTCStats>> entries_;  // by type
};

}  // namespace malgil::web
