#pragma once

#include "client/call/chat_codec.hpp"
#include "client/call/effects.hpp"
#include "client/call/negotiation.hpp"
#include "client/call/notices.hpp"
#include "client/call/state.hpp"

#include <ostream>

/// How values of the call core read in a failed test. Found by Catch2 through operator<<.
namespace malgil::call {

std::ostream& operator<<(std::ostream& out, const Effect& effect);
std::ostream& operator<<(std::ostream& out, const NegotiationStep& step);
std::ostream& operator<<(std::ostream& out, const Notice& notice);
std::ostream& operator<<(std::ostream& out, NoticeKind kind);
std::ostream& operator<<(std::ostream& out, Phase phase);
std::ostream& operator<<(std::ostream& out, SignalingState state);
std::ostream& operator<<(std::ostream& out, ConnectionState state);
std::ostream& operator<<(std::ostream& out, Capture capture);
std::ostream& operator<<(std::ostream& out, Delivery delivery);
std::ostream& operator<<(std::ostream& out, const Assessment& assessment);
std::ostream& operator<<(std::ostream& out, const VideoEncoding& encoding);
std::ostream& operator<<(std::ostream& out, const Peer& peer);

}  // namespace malgil::call

namespace malgil::call::chat_codec {

std::ostream& operator<<(std::ostream& out, const Frame& frame);

}  // namespace malgil::call::chat_codec
