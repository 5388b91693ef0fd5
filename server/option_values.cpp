#include "server/option_values.hpp"

#include "server/http/text.hpp"
#include "server/ip_address.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <format>
#include <optional>
#include <utility>

namespace malgil::server {
namespace {

std::optional<std::size_t> whole_number(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<std::uint16_t> port_number(std::string_view text) {
    const auto number = whole_number(text);
    if (!number || *number > 65535 || text.size() > 5)
        return std::nullopt;
    return static_cast<std::uint16_t>(*number);
}

/// Host and port as they stand in a URL; IPv6 addresses in brackets.
struct HostPort {
    std::string_view host;  // without brackets
    std::optional<std::string_view> port;
    bool in_brackets = false;
};

std::optional<HostPort> split_host_port(std::string_view text) {
    HostPort parts;
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        parts.in_brackets = true;
        parts.host = text.substr(1, end - 1);
        text.remove_prefix(end + 1);
        if (!text.empty() && text.front() != ':')
            return std::nullopt;
    } else {
        const auto colon = std::min(text.find(':'), text.size());
        parts.host = text.substr(0, colon);
        text.remove_prefix(colon);
    }
    if (!text.empty())
        parts.port = text.substr(1);
    return parts;
}

bool is_host_name(std::string_view host) {
    return !host.empty() && std::ranges::all_of(host, [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '.' || c == '_';
    });
}

/// HOST[:PORT]; the port, if there is one, is not 0.
bool is_host_and_port(std::string_view text) {
    const auto parts = split_host_port(text);
    if (!parts || (parts->port && port_number(*parts->port).value_or(0) == 0))
        return false;
    return parts->in_brackets ? is_ipv6_address(parts->host) : is_host_name(parts->host);
}

/// HOST[:PORT][?transport=…], the part of a turn URL after its scheme.
bool is_turn_server(std::string_view text) {
    const auto question = std::min(text.find('?'), text.size());
    const auto query = text.substr(question);
    return (query.empty() || query == "?transport=udp" || query == "?transport=tcp") &&
           is_host_and_port(text.substr(0, question));
}

}  // namespace

std::expected<Endpoint, std::string> parse_endpoint(std::string_view text) {
    const auto wrong = std::unexpected(std::format(
        "'{}' is not ADDRESS:PORT, like 127.0.0.1:8080, 0.0.0.0:80 or [::1]:8080", text));
    const auto parts = split_host_port(text);
    if (!parts || !parts->port)
        return wrong;
    const auto port = port_number(*parts->port);
    const std::string_view host = parts->host == "localhost" ? "127.0.0.1" : parts->host;
    if (!port || !(parts->in_brackets ? is_ipv6_address(host) : is_ipv4_address(host)))
        return wrong;
    return Endpoint{.address = std::string(host), .port = *port};
}

std::expected<std::size_t, std::string> parse_number(std::string_view text, std::size_t smallest,
                                                     std::size_t largest) {
    const auto number = whole_number(text);
    if (!number || *number < smallest || *number > largest)
        return std::unexpected(
            std::format("'{}' is not a whole number from {} to {}", text, smallest, largest));
    return *number;
}

std::expected<protocol::IceServer, std::string> parse_ice_server(std::string_view text) {
    const auto wrong = [&] {
        return std::unexpected(std::format(
            "'{}' is not a URL like stun:example.org:3478 or turn:USER:SECRET@example.org", text));
    };
    const auto colon = text.find(':');
    if (colon == std::string_view::npos)
        return wrong();
    const auto scheme = text.substr(0, colon);
    const bool turn = scheme == "turn" || scheme == "turns";
    if (!turn && scheme != "stun" && scheme != "stuns")
        return wrong();

    std::string_view rest = text.substr(colon + 1);
    protocol::IceServer server;
    if (const auto at = rest.rfind('@'); turn && at != std::string_view::npos) {
        const auto credentials = rest.substr(0, at);
        const auto end_of_user = credentials.find(':');
        if (end_of_user == std::string_view::npos)
            return wrong();
        auto name = http::percent_decoded(credentials.substr(0, end_of_user));
        auto secret = http::percent_decoded(credentials.substr(end_of_user + 1));
        if (!name || !secret || name->empty() || secret->empty())
            return wrong();
        server.username = std::move(*name);
        server.credential = std::move(*secret);
        rest.remove_prefix(at + 1);
    }
    if (!(turn ? is_turn_server(rest) : is_host_and_port(rest)))
        return wrong();
    server.urls.push_back(std::format("{}:{}", scheme, rest));
    return server;
}

std::expected<std::string, std::string> parse_turn_url(std::string_view text) {
    for (const std::string_view scheme : {"turn:", "turns:"})
        if (text.starts_with(scheme) && is_turn_server(text.substr(scheme.size())))
            return std::string(text);
    return std::unexpected(
        std::format("'{}' is not a URL like turn:turn.example.org:3478?transport=udp or "
                    "turns:turn.example.org:5349",
                    text));
}

std::expected<std::string, std::string> parse_secret(std::string_view text) {
    if (text.empty())
        return std::unexpected("the secret is empty");
    return std::string(text);
}

std::expected<std::string, std::string> parse_origin(std::string_view text) {
    std::string_view rest = text;
    for (const std::string_view scheme : {"https://", "http://"})
        if (rest.starts_with(scheme))
            rest.remove_prefix(scheme.size());
    if (text == "*" || (rest.size() != text.size() && is_host_and_port(rest)))
        return std::string(text);
    return std::unexpected(
        std::format("'{}' is not an origin like https://example.org, nor *", text));
}

std::expected<LogLevel, std::string> parse_log_level(std::string_view text) {
    if (text == "quiet")
        return LogLevel::quiet;
    if (text == "warning")
        return LogLevel::warning;
    if (text == "info")
        return LogLevel::info;
    return std::unexpected(std::format("'{}' is not quiet, warning or info", text));
}

}  // namespace malgil::server
