#include "server/protocol/codec.hpp"
#include "server/protocol/json.hpp"
#include "server/protocol/server_words.hpp"

#include <utility>

namespace malgil::protocol {
namespace {

void append_member(std::string& out, const Member& member) {
    out += '{';
    append_text(out, "userId", member.user.str());
    append_number(out, "protocol", member.protocol);
    out += '}';
}

void append_ice_server(std::string& out, const IceServer& server) {
    out += '{';
    append_array(out, "urls", server.urls, append_quoted);
    if (!server.username.empty())
        append_text(out, "username", server.username);
    if (!server.credential.empty())
        append_text(out, "credential", server.credential);
    out += '}';
}

std::string text_of(const Joined& joined) {
    std::string out = R"({"type":"joined")";
    append_array(out, "body", joined.users,
                 [](std::string& to, const UserId& user) { append_quoted(to, user.str()); });
    return out += '}';
}

std::string text_of(const SignalReceived& signal) {
    std::string out = R"({"type":")";
    for (const auto& [kind, word] : signal_words)
        if (kind == signal.kind)
            out += word;
    out += '"';
    append_text(out, "from", signal.from.str());
    append_key(out, "body");
    out += signal.payload.text;
    return out += '}';
}

std::string text_of(const Welcome& welcome) {
    std::string out = R"({"type":"welcome","body":{)";
    append_number(out, "protocol", welcome.protocol);
    append_text(out, "resume", welcome.resume);
    append_number(out, "graceSeconds", welcome.grace_seconds);
    append_number(out, "received", welcome.received);
    append_array(out, "iceServers", welcome.ice_servers, append_ice_server);
    append_key(out, "limits");
    out += '{';
    for (const auto& [key, value] : limit_fields)
        append_number(out, key, welcome.limits.*value);
    out += '}';
    append_array(out, "peers", welcome.peers, append_member);
    return out += "}}";
}

std::string text_of(const IceServersRenewed& renewed) {
    std::string out = R"({"type":"ice_servers","body":{)";
    append_array(out, "iceServers", renewed.ice_servers, append_ice_server);
    return out += "}}";
}

std::string text_of(const PeerJoined& joined) {
    std::string out = R"({"type":"peer_joined","body":)";
    append_member(out, joined.peer);
    return out += '}';
}

std::string text_of(const PeerLeft& left) {
    std::string out = R"({"type":"peer_left","body":{)";
    append_text(out, "userId", left.user.str());
    append_text(out, "reason", left.reason);
    return out += "}}";
}

std::string text_of(const Error& error) {
    std::string out = R"({"type":"error","body":{)";
    append_text(out, "code", to_string(error.code));
    append_text(out, "message", error.message);
    append_key(out, "inReplyTo");
    if (error.in_reply_to.empty())
        out += "null";
    else
        append_quoted(out, error.in_reply_to);
    return out += "}}";
}

}  // namespace

std::string write(const ServerMessage& message) {
    return std::visit([](const auto& one) { return text_of(one); }, message);
}

std::string_view to_string(ErrorCode code) {
    for (const auto& [known, word] : error_words)
        if (known == code)
            return word;
    std::unreachable();
}

}  // namespace malgil::protocol
