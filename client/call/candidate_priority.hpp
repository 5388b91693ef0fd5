#pragma once

#include "server/protocol/session_description.hpp"

#include <cstdint>
#include <string>

namespace malgil::call {

/// The priorities by which one's own candidates are told to a peer (RFC 8445 §5.1.2).
///
/// Firefox gives lower ones to what it finds after each ICE restart. Chromium at the other end
/// compares them with those of the path that it has, and stays on that for 2.5 s after nothing
/// arrives there any more. So what a restart finds is told as if it had been found at first.
struct CandidatePriority {
    /// `username_fragment` of the latest candidate: each restart has another one.
    std::string generation{};
    /// Of the first candidate of all. 0: none yet, or one without a priority.
    std::uint32_t first = 0;
    /// What is added to the priorities of this generation.
    std::uint32_t raised_by = 0;

    /// Of one's candidates in the order in which they are found.
    [[nodiscard]] protocol::IceCandidate raised(protocol::IceCandidate candidate);

    friend bool operator==(const CandidatePriority&, const CandidatePriority&) = default;
};

}  // namespace malgil::call
