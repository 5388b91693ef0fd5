#include "server/http/headers.hpp"

#include "server/http/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace malgil::server::http {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> types{{
    {"html", "text/html; charset=utf-8"},
    {"js", "text/javascript; charset=utf-8"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"css", "text/css; charset=utf-8"},
    {"wasm", "application/wasm"},
    {"json", "application/json"},
    {"map", "application/json"},
    {"webmanifest", "application/manifest+json"},
    {"svg", "image/svg+xml"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"avif", "image/avif"},
    {"ico", "image/x-icon"},
    {"mp3", "audio/mpeg"},
    {"ogg", "audio/ogg"},
    {"wav", "audio/wav"},
    {"mp4", "video/mp4"},
    {"webm", "video/webm"},
    {"txt", "text/plain; charset=utf-8"},
}};

bool is_hash(std::string_view part) {
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    return part.size() >= 8 && part.find_first_not_of(digits) == std::string_view::npos;
}

}  // namespace

std::string_view content_type(std::string_view path) {
    path.remove_prefix(path.rfind('/') + 1);
    const auto dot = path.rfind('.');
    if (dot != std::string_view::npos)
        for (const auto& [extension, type] : types)
            if (equal_ignoring_case(path.substr(dot + 1), extension))
                return type;
    return "application/octet-stream";
}

std::string_view cache_control(std::string_view path) {
    path.remove_prefix(path.rfind('/') + 1);
    while (!path.empty())
        if (is_hash(take_part(path, '.')))
            return "public, max-age=31536000, immutable";
    return "no-cache";
}

std::string_view security_fields() {
    // 'self' covers the page's own WebSocket in every browser that compiles WebAssembly under
    // 'wasm-unsafe-eval' (Safari since 15.4), so no host needs to be named.
    // Features that are not named are the page's own by default: speaker-selection is left to that,
    // since Chromium complains of a name it does not know.
    // Styles are set from code through the CSSOM, which style-src does not restrict.
    return "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
           "style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob: mediastream:; "
           "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
           "frame-ancestors 'none'\r\n"
           "X-Content-Type-Options: nosniff\r\n"
           "Referrer-Policy: no-referrer\r\n"
           "Permissions-Policy: camera=(self), microphone=(self), display-capture=(self), "
           "autoplay=(self), fullscreen=(self), picture-in-picture=(self), "
           "screen-wake-lock=(self), clipboard-write=(self), "
           "accelerometer=(), geolocation=(), gyroscope=(), magnetometer=(), midi=(), payment=(), "
           "usb=()\r\n"
           "Cross-Origin-Resource-Policy: same-origin\r\n";
}

}  // namespace malgil::server::http
