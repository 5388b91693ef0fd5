#include "server/protocol/codec.hpp"
#include "server/protocol/json.hpp"

#include <utility>

namespace malgil::protocol {
namespace {

std::string begin(std::string_view type, const ChannelName& channel, const UserId& user) {
    std::string out = R"({"type":)";
    append_quoted(out, type);
    out += R"(,"body":{)";
    append_key(out, "channelName");
    append_quoted(out, channel.str());
    append_key(out, "userId");
    append_quoted(out, user.str());
    return out;
}

std::string text_of(const Join& join) {
    std::string out = begin("join", join.channel, join.user);
    if (join.protocol != 0) {
        append_key(out, "protocol");
        out += std::to_string(join.protocol);
    }
    if (join.resume) {
        append_key(out, "resume");
        append_quoted(out, *join.resume);
    }
    if (join.received) {
        append_key(out, "received");
        out += std::to_string(*join.received);
    }
    return out += "}}";
}

std::string text_of(const Quit& quit) {
    return begin("quit", quit.channel, quit.user) += "}}";
}

std::string_view type_of(SignalKind kind) {
    switch (kind) {
        case SignalKind::offer:
            return "send_offer";
        case SignalKind::answer:
            return "send_answer";
        case SignalKind::ice_candidate:
            return "send_ice_candidate";
    }
    std::unreachable();
}

std::string text_of(const SendSignal& signal) {
    std::string out = begin(type_of(signal.kind), signal.channel, signal.user);
    append_key(out, signal.kind == SignalKind::ice_candidate ? "candidate" : "sdp");
    out += signal.payload.text;
    if (signal.to) {
        append_key(out, "to");
        append_quoted(out, signal.to->str());
    }
    return out += "}}";
}

std::string_view type_of(const Join&) {
    return "join";
}

std::string_view type_of(const Quit&) {
    return "quit";
}

std::string_view type_of(const SendSignal& signal) {
    return type_of(signal.kind);
}

}  // namespace

std::string write(const ClientMessage& message) {
    return std::visit([](const auto& one) { return text_of(one); }, message);
}

std::string_view type_of(const ClientMessage& message) {
    return std::visit([](const auto& one) { return type_of(one); }, message);
}

}  // namespace malgil::protocol
