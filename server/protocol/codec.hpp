#pragma once

#include "server/protocol/messages.hpp"

#include <expected>
#include <string>
#include <string_view>

/// Wire text to values and back (DESIGN §4). The one place that knows the JSON of a frame.
/// No function here throws; input may be anything.
namespace malgil::protocol {

/// Reads what a client sent. The error is ready to be sent back: `bad_message` (not JSON, not
/// UTF-8, deeper than `limits.message_depth`, a missing or mistyped field, a name out of bounds, an
/// unknown type) or `too_large` (over `limits.message_bytes`).
[[nodiscard]] std::expected<ClientMessage, Error> parse_client_message(std::string_view frame,
                                                                       const Limits& limits);

/// Reads what the server sent. The error is a sentence for a log: a server of a later version may
/// send messages that this client does not know; they are to be ignored.
[[nodiscard]] std::expected<ServerMessage, std::string> parse_server_message(
    std::string_view frame);

[[nodiscard]] std::string write(const ClientMessage& message);
[[nodiscard]] std::string write(const ServerMessage& message);

/// The message's `type` on the wire, `send_offer` for instance.
[[nodiscard]] std::string_view type_of(const ClientMessage& message);

/// The word on the wire, `user_id_taken` for instance.
[[nodiscard]] std::string_view to_string(ErrorCode code);

}  // namespace malgil::protocol
