#pragma once

#include "server/protocol/messages.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

/// Time-limited credentials for a TURN server that shares a secret with this one; the two never
/// talk to each other. coturn calls it `use-auth-secret`.
/// https://datatracker.ietf.org/doc/html/draft-uberti-behave-turn-rest-00
namespace malgil::server {

struct TurnSettings {
    /// Addresses of one TURN server, or of several that have the same secret. Empty: there is none.
    std::vector<std::string> urls;
    std::string secret;
    /// How long credentials are good.
    std::chrono::seconds lifetime{12 * 60 * 60};
};

/// The TURN server with the credentials of one client that joins or renews at `now`.
[[nodiscard]] protocol::IceServer turn_server(const TurnSettings& settings,
                                              const protocol::UserId& user,
                                              std::chrono::system_clock::time_point now);

/// `EXPIRY:USER`. What the TURN server counts quotas by is the second half; of a user ID with other
/// than plain letters it is an escaped form, and of a long one the beginning.
[[nodiscard]] std::string turn_username(const protocol::UserId& user,
                                        std::chrono::sys_seconds expiry);

/// The Base64 form of the user name's HMAC-SHA1 with the secret.
[[nodiscard]] std::string turn_credential(std::string_view secret, std::string_view username);

/// After so long a client gets new credentials: there is time left to move to them.
[[nodiscard]] std::chrono::milliseconds renewal_period(const TurnSettings& settings);

}  // namespace malgil::server
