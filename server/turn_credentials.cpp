#include "server/turn_credentials.hpp"

#include <nettle/base64.h>
#include <nettle/hmac.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <format>

namespace malgil::server {
namespace {

/// A user name in STUN has 508 bytes at the most:
/// https://www.rfc-editor.org/rfc/rfc8489#section-14.3
constexpr std::size_t max_user_bytes = 128;

bool is_plain(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_';
}

/// TURN servers prepare user names each in its own way, and coturn refuses those with a space, a
/// quote or a backslash.
std::string escaped(std::string_view user) {
    std::string text;
    for (const char c : user) {
        const auto byte = static_cast<unsigned char>(c);
        const std::string piece = is_plain(byte) ? std::string(1, c) : std::format("%{:02X}", byte);
        if (text.size() + piece.size() > max_user_bytes)
            break;
        text += piece;
    }
    return text;
}

const std::uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

}  // namespace

protocol::IceServer turn_server(const TurnSettings& settings, const protocol::UserId& user,
                                std::chrono::system_clock::time_point now) {
    const auto expiry = std::chrono::floor<std::chrono::seconds>(now) + settings.lifetime;
    std::string username = turn_username(user, expiry);
    std::string credential = turn_credential(settings.secret, username);
    return {.urls = settings.urls,
            .username = std::move(username),
            .credential = std::move(credential)};
}

std::string turn_username(const protocol::UserId& user, std::chrono::sys_seconds expiry) {
    return std::format("{}:{}", expiry.time_since_epoch().count(), escaped(user.str()));
}

std::string turn_credential(std::string_view secret, std::string_view username) {
    hmac_sha1_ctx context{};
    hmac_sha1_set_key(&context, secret.size(), bytes_of(secret));
    hmac_sha1_update(&context, username.size(), bytes_of(username));
    std::array<std::uint8_t, SHA1_DIGEST_SIZE> digest{};
    hmac_sha1_digest(&context, digest.size(), digest.data());

    std::array<char, BASE64_ENCODE_RAW_LENGTH(SHA1_DIGEST_SIZE)> text{};
    base64_encode_raw(text.data(), digest.size(), digest.data());
    return {text.data(), text.size()};
}

std::chrono::milliseconds renewal_period(const TurnSettings& settings) {
    return std::chrono::milliseconds(settings.lifetime) * 3 / 4;
}

}  // namespace malgil::server
