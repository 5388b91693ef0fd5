#pragma once

#include "web/val.hpp"

#include <string>

/// What is read from an RTCStatsReport.
namespace malgil::web {

/// The `candidateType` of the local candidate in use; empty where there is none.
/// https://www.w3.org/TR/webrtc-stats/#icecandidate-dict*
[[nodiscard]] std::string local_candidate_type(const val& report);

}  // namespace malgil::web
