#pragma once

#include "client/call/negotiation.hpp"

#include <tuple>
#include <utility>

/// One side of a negotiation, at some point of it.
namespace malgil::test {

inline const protocol::SessionDescription own_offer{.type = protocol::SdpType::offer,
                                                    .sdp = "own offer"};
inline const protocol::SessionDescription own_answer{.type = protocol::SdpType::answer,
                                                     .sdp = "own answer"};
inline const protocol::SessionDescription peers_offer{.type = protocol::SdpType::offer,
                                                      .sdp = "peer's offer"};
inline const protocol::SessionDescription peers_answer{.type = protocol::SdpType::answer,
                                                       .sdp = "peer's answer"};

inline protocol::IceCandidate candidate(const char* text) {
    return {.candidate = text,
            .sdp_mid = "0",
            .sdp_m_line_index = 0,
            .username_fragment = std::nullopt};
}

inline call::Negotiation impolite() {
    return {};
}

inline call::Negotiation polite() {
    call::Negotiation negotiation;
    negotiation.polite = true;
    return negotiation;
}

/// An offer is sent and not answered yet.
inline call::Negotiation after_own_offer(call::Negotiation negotiation) {
    std::ignore = negotiation.needed();
    std::ignore = negotiation.described(own_offer);
    return negotiation;
}

/// Both sides have agreed once.
inline call::Negotiation settled(call::Negotiation negotiation) {
    negotiation = after_own_offer(std::move(negotiation));
    std::ignore = negotiation.answer_received(peers_answer);
    std::ignore = negotiation.applied();
    return negotiation;
}

}  // namespace malgil::test
