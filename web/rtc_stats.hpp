#pragma once

#include "web/val.hpp"

#include <string>

/// What is read from an RTCStatsReport.
namespace malgil::web {

struct PathInUse {
    /// The `candidateType` of the local candidate; empty where there is no path.
    /// https://www.w3.org/TR/webrtc-stats/#icecandidate-dict*
    std::string local_candidate_type;
    /// Empty where the browser does not say: Firefox.
    /// https://www.w3.org/TR/webrtc-stats/#dom-rtctransportstats-icerole
    std::string ice_role;
};

[[nodiscard]] PathInUse path_in_use(const val& report);

}  // namespace malgil::web
