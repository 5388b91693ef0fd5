#include "client/platform/memory.hpp"

#include "web/location.hpp"
#include "web/media_devices.hpp"
#include "web/rtc_peer_connection.hpp"
#include "web/storage.hpp"
#include "web/val.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace malgil::platform {

namespace {

using call::Language;
namespace storage = web::local_storage;

constexpr const char* user_key = "malgil.user";
constexpr const char* channel_key = "malgil.channel";
constexpr const char* language_key = "malgil.language";

// A language tag: https://www.rfc-editor.org/info/bcp47
std::optional<Language> language_of(std::optional<std::string_view> tag) {
    const auto is = [tag](std::string_view code) {
        return tag && (*tag == code || tag->starts_with(std::string(code) + '-'));
    };
    if (is("ko"))
        return Language::korean;
    if (is("en"))
        return Language::english;
    return std::nullopt;
}

std::string typed(const char* parameter, const char* key) {
    if (auto value = web::query_parameter(parameter))
        return *std::move(value);
    return storage::get(key).value_or("");
}

Language language() {
    if (const auto chosen = language_of(web::query_parameter("lang")))
        return *chosen;
    if (const auto chosen = language_of(storage::get(language_key)))
        return *chosen;
    return language_of(web::string_of(web::val::global("navigator")["language"]))
        .value_or(Language::english);
}

}  // namespace

call::Started started() {
    return {.has_webrtc = web::RTCPeerConnection::is_supported(),
            .secure_context = web::is_secure_context(),
            .language = language(),
            .user = typed("user", user_key),
            .channel = typed("channel", channel_key)};
}

void remember(const call::Remember& effect) {
    storage::set(user_key, effect.user);
    storage::set(channel_key, effect.channel);
    storage::set(language_key, effect.language == Language::korean ? "ko" : "en");
}

}  // namespace malgil::platform
