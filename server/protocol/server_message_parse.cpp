#include "server/protocol/codec.hpp"
#include "server/protocol/frame.hpp"
#include "server/protocol/json.hpp"
#include "server/protocol/server_words.hpp"

#include <limits>
#include <optional>
#include <utility>

namespace malgil::protocol {
namespace {

using Kind = FrameValue::Kind;
using Parsed = std::expected<ServerMessage, std::string>;

constexpr auto largest_int = std::numeric_limits<int>::max();

std::optional<UserId> read_user(const std::string* text) {
    if (text == nullptr)
        return std::nullopt;
    auto user = UserId::parse(*text);
    return user ? std::optional(std::move(*user)) : std::nullopt;
}

std::optional<Member> read_member(const Json& json) {
    auto user = read_user(find_string(json, "userId"));
    if (!user)
        return std::nullopt;
    return Member{.user = std::move(*user),
                  .protocol = static_cast<int>(integer_or(json, "protocol", 0, largest_int, 0))};
}

std::string text_or_empty(const Json& json, std::string_view key) {
    const std::string* text = find_string(json, key);
    return text == nullptr ? std::string() : *text;
}

Parsed read_joined(const Json& body) {
    Joined joined;
    for (const Json& name : body) {
        auto user = read_user(name.get_ptr<const std::string*>());
        if (!user)
            return std::unexpected("`joined` names somebody that is no user ID");
        joined.users.push_back(std::move(*user));
    }
    return joined;
}

IceServer read_ice_server(const Json& json) {
    IceServer server{.urls = {},
                     .username = text_or_empty(json, "username"),
                     .credential = text_or_empty(json, "credential")};
    const Json* urls = find(json, "urls");
    if (urls == nullptr)
        return server;
    if (const auto* one = urls->get_ptr<const std::string*>())
        server.urls.push_back(*one);
    else if (urls->is_array())
        for (const Json& url : *urls)
            if (const auto* text = url.get_ptr<const std::string*>())
                server.urls.push_back(*text);
    return server;
}

/// The array `iceServers`; no value where there is none.
std::optional<std::vector<IceServer>> read_ice_servers(const Json& body) {
    const Json* list = find(body, "iceServers");
    if (list == nullptr || !list->is_array())
        return std::nullopt;
    std::vector<IceServer> servers;
    for (const Json& server : *list)
        servers.push_back(read_ice_server(server));
    return servers;
}

Parsed read_welcome(const Json& body) {
    Welcome welcome;
    welcome.protocol = static_cast<int>(integer_or(body, "protocol", 1, largest_int, 1));
    welcome.resume = text_or_empty(body, "resume");
    welcome.grace_seconds = static_cast<int>(integer_or(body, "graceSeconds", 0, largest_int, 0));
    welcome.received = static_cast<std::uint64_t>(integer_or(body, "received", 0, largest_int, 0));
    welcome.ice_servers = read_ice_servers(body).value_or(std::vector<IceServer>());
    if (const Json* limits = find(body, "limits"))
        for (const auto& [key, value] : limit_fields)
            welcome.limits.*value = static_cast<std::size_t>(integer_or(
                *limits, key, 0, largest_int, static_cast<long long>(welcome.limits.*value)));
    const Json* peers = find(body, "peers");
    if (peers == nullptr || !peers->is_array())
        return std::unexpected("`welcome` has no `peers`");
    for (const Json& peer : *peers) {
        auto member = read_member(peer);
        if (!member)
            return std::unexpected("`welcome` names a peer without a user ID");
        welcome.peers.push_back(std::move(*member));
    }
    return welcome;
}

Parsed read_ice_servers_renewed(const Json& body) {
    auto servers = read_ice_servers(body);
    if (!servers)
        return std::unexpected("`ice_servers` has no `iceServers`");
    return IceServersRenewed{.ice_servers = *std::move(servers)};
}

Parsed read_peer_joined(const Json& body) {
    auto member = read_member(body);
    if (!member)
        return std::unexpected("`peer_joined` has no user ID");
    return PeerJoined{.peer = std::move(*member)};
}

Parsed read_peer_left(const Json& body) {
    auto user = read_user(find_string(body, "userId"));
    if (!user)
        return std::unexpected("`peer_left` has no user ID");
    return PeerLeft{.user = std::move(*user), .reason = text_or_empty(body, "reason")};
}

Parsed read_error(const Json& body) {
    const std::string* code = find_string(body, "code");
    for (const auto& [known, word] : error_words)
        if (code != nullptr && *code == word)
            return Error{.code = known,
                         .message = text_or_empty(body, "message"),
                         .in_reply_to = text_or_empty(body, "inReplyTo")};
    return std::unexpected("`error` has a code that is not known here");
}

Parsed read_signal(const Frame& frame, SignalKind kind) {
    auto from = frame.from.kind == Kind::string ? read_user(&frame.from.text) : std::nullopt;
    if (!from)
        return std::unexpected("a signal does not say whom it is from");
    const bool candidate = kind == SignalKind::ice_candidate;
    if (frame.body.kind != Kind::object && !(candidate && frame.body.kind == Kind::null))
        return std::unexpected("a signal carries nothing");
    return SignalReceived{
        .kind = kind, .from = std::move(*from), .payload = {std::string(frame.body.raw)}};
}

Parsed read_message(const Frame& frame) {
    const std::string_view type = frame.type.text;
    for (const auto& [kind, word] : signal_words)
        if (type == word)
            return read_signal(frame, kind);
    if (type == "joined" && frame.body.kind == Kind::array)
        return read_joined(parse_json(frame.body.raw));
    if (frame.body.kind != Kind::object)
        return std::unexpected("the message has no body, or no known type");
    const Json body = parse_json(frame.body.raw);
    if (type == "welcome")
        return read_welcome(body);
    if (type == "ice_servers")
        return read_ice_servers_renewed(body);
    if (type == "peer_joined")
        return read_peer_joined(body);
    if (type == "peer_left")
        return read_peer_left(body);
    if (type == "error")
        return read_error(body);
    return std::unexpected("a message of a type that is not known here");
}

}  // namespace

std::expected<ServerMessage, std::string> parse_server_message(std::string_view frame) {
    const auto scanned = scan_frame(frame, Limits{}.message_depth);
    if (!scanned)
        return std::unexpected(scanned.error());
    return read_message(*scanned);
}

}  // namespace malgil::protocol
