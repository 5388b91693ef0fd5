#include "client/platform/memory.hpp"

#include "web/location.hpp"
#include "web/media_devices.hpp"
#include "web/rtc_codecs.hpp"
#include "web/rtc_peer_connection.hpp"
#include "web/storage.hpp"
#include "web/val.hpp"

#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace malgil::platform {

namespace {

using call::Language;
using web::local_storage;
using web::session_storage;

constexpr const char* user_key = "malgil.user";
constexpr const char* channel_key = "malgil.channel";
constexpr const char* language_key = "malgil.language";
constexpr const char* settings_key = "malgil.settings";
constexpr const char* place_key = "malgil.place";

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
    return local_storage.get(key).value_or("");
}

Language language() {
    if (const auto chosen = language_of(web::query_parameter("lang")))
        return *chosen;
    if (const auto chosen = language_of(local_storage.get(language_key)))
        return *chosen;
    return language_of(web::string_of(web::val::global("navigator")["language"]))
        .value_or(Language::english);
}

// The place that the page had before it was loaded again. A copy of a tab has the keys of its
// original as well: that one is still in the call.
std::optional<call::Place> place() {
    if (!web::was_reloaded())
        return std::nullopt;
    std::vector<std::string> parts;
    for (const auto part : std::views::split(session_storage.get(place_key).value_or(""), '\n'))
        parts.emplace_back(std::string_view(part));
    if (parts.size() != 3)
        return std::nullopt;
    return call::Place{.user = parts[0], .channel = parts[1], .token = parts[2]};
}

call::Codecs own_codecs() {
    call::Codecs codecs;
    for (const web::TrackKind kind : {web::TrackKind::audio, web::TrackKind::video})
        for (const std::string& type : web::sendable_codecs(kind))
            codecs.add_type(type);
    return codecs;
}

}  // namespace

call::Started started() {
    return {.has_webrtc = web::RTCPeerConnection::is_supported(),
            .secure_context = web::is_secure_context(),
            .can_share_screen = web::MediaDevices().can_share_screen(),
            .can_choose_speaker = web::can_choose_speaker(),
            .language = language(),
            .user = typed("user", user_key),
            .channel = typed("channel", channel_key),
            .settings = call::parse_settings(local_storage.get(settings_key).value_or("")),
            .codecs = own_codecs(),
            .user_agent = web::string_of(web::val::global("navigator")["userAgent"]).value_or(""),
            .place = place()};
}

void remember(const call::Remember& effect) {
    local_storage.set(user_key, effect.user);
    local_storage.set(channel_key, effect.channel);
    local_storage.set(language_key, effect.language == Language::korean ? "ko" : "en");
}

void remember(const call::Settings& settings) {
    local_storage.set(settings_key, call::write_settings(settings));
}

// Names have no line breaks.
void keep(const call::Place& place) {
    session_storage.set(place_key, place.user + '\n' + place.channel + '\n' + place.token);
}

void forget_place() {
    session_storage.remove(place_key);
}

}  // namespace malgil::platform
