#pragma once

#include "server/log.hpp"
#include "server/protocol/messages.hpp"
#include "server/server.hpp"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

/// The values of options. Each error goes on from "--name: ".
namespace malgil::server {

/// `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`. Names other than localhost are not looked up.
[[nodiscard]] std::expected<Endpoint, std::string> parse_endpoint(std::string_view text);

/// A whole number from `smallest` to `largest`.
[[nodiscard]] std::expected<std::size_t, std::string> parse_number(std::string_view text,
                                                                   std::size_t smallest,
                                                                   std::size_t largest);

/// `stun:HOST[:PORT]`, `turn:HOST[:PORT][?transport=udp|tcp]` and the same with `stuns` and
/// `turns`, RFC 7064 and RFC 7065. `turn:USER:SECRET@HOST` bears the credentials that browsers want
/// for a TURN server, percent-encoded where they have `@`, `:` or `%` in them.
[[nodiscard]] std::expected<protocol::IceServer, std::string> parse_ice_server(
    std::string_view text);

/// `turn:HOST[:PORT][?transport=udp|tcp]` or the same with `turns`, RFC 7065: without credentials.
[[nodiscard]] std::expected<std::string, std::string> parse_turn_url(std::string_view text);

/// A secret is anything but nothing. The error does not repeat it.
[[nodiscard]] std::expected<std::string, std::string> parse_secret(std::string_view text);

/// `https://example.org[:PORT]` or `*`.
[[nodiscard]] std::expected<std::string, std::string> parse_origin(std::string_view text);

/// `quiet`, `warning` or `info`.
[[nodiscard]] std::expected<LogLevel, std::string> parse_log_level(std::string_view text);

}  // namespace malgil::server
