#pragma once

#include "server/protocol/limits.hpp"
#include "server/protocol/messages.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

/// The words of the server's messages, for reading and for writing; private to server/protocol.
namespace malgil::protocol {

inline constexpr std::array<std::pair<ErrorCode, std::string_view>, 10> error_words{{
    {ErrorCode::bad_message, "bad_message"},
    {ErrorCode::too_large, "too_large"},
    {ErrorCode::rate_limited, "rate_limited"},
    {ErrorCode::not_joined, "not_joined"},
    {ErrorCode::user_id_taken, "user_id_taken"},
    {ErrorCode::channel_full, "channel_full"},
    {ErrorCode::no_such_peer, "no_such_peer"},
    {ErrorCode::forbidden, "forbidden"},
    {ErrorCode::server_full, "server_full"},
    {ErrorCode::shutting_down, "shutting_down"},
}};

struct LimitField {
    std::string_view key;
    std::size_t Limits::* value;
};

inline constexpr std::array<LimitField, 5> limit_fields{{
    {.key = "messageBytes", .value = &Limits::message_bytes},
    {.key = "messageDepth", .value = &Limits::message_depth},
    {.key = "channelMembers", .value = &Limits::channel_members},
    {.key = "outboxBytes", .value = &Limits::outbox_bytes},
    {.key = "messagesPerSecond", .value = &Limits::messages_per_second},
}};

inline constexpr std::array<std::pair<SignalKind, std::string_view>, 3> signal_words{{
    {SignalKind::offer, "offer_sdp_received"},
    {SignalKind::answer, "answer_sdp_received"},
    {SignalKind::ice_candidate, "ice_candidate_received"},
}};

}  // namespace malgil::protocol
