#include "server/protocol/codec.hpp"
#include "server/protocol/frame.hpp"
#include "server/protocol/json.hpp"

#include <limits>
#include <utility>

namespace malgil::protocol {
namespace {

using Kind = FrameValue::Kind;
using Parsed = std::expected<ClientMessage, std::string>;

/// An unknown `type` is repeated in the answer, unless somebody makes a novel of it.
constexpr std::size_t longest_echoed_type = 64;

std::string_view describe(NameError error) {
    switch (error) {
        case NameError::empty:
            return "must not be empty";
        case NameError::too_long:
            return "must have at most 64 characters";
        case NameError::not_utf8:
            return "must be UTF-8";
        case NameError::control_character:
            return "must not contain control characters";
    }
    std::unreachable();
}

std::string sentence(std::string_view field, std::string_view what) {
    std::string text = "`";
    text += field;
    text += "` ";
    text += what;
    text += '.';
    return text;
}

template <class Name>
std::expected<Name, std::string> read_name(FrameValue& value, std::string_view field) {
    if (value.kind != Kind::string)
        return std::unexpected(sentence(field, "must be a string"));
    return Name::parse(std::move(value.text)).transform_error([&](NameError error) {
        return sentence(field, describe(error));
    });
}

/// The two fields that every message of a client has.
struct Place {
    ChannelName channel;
    UserId user;
};

std::expected<Place, std::string> read_place(Frame& frame) {
    auto channel = read_name<ChannelName>(frame.channel_name, "channelName");
    if (!channel)
        return std::unexpected(std::move(channel.error()));
    auto user = read_name<UserId>(frame.user_id, "userId");
    if (!user)
        return std::unexpected(std::move(user.error()));
    return Place{.channel = std::move(*channel), .user = std::move(*user)};
}

Parsed read_join(Frame& frame, Place place) {
    Join join{.channel = std::move(place.channel), .user = std::move(place.user), .protocol = 0};
    if (frame.protocol.kind != Kind::absent) {
        if (frame.protocol.kind != Kind::integer || frame.protocol.number < 0 ||
            frame.protocol.number > std::numeric_limits<int>::max())
            return std::unexpected(sentence("protocol", "must be a whole number, 0 or more"));
        join.protocol = static_cast<int>(frame.protocol.number);
    }
    if (frame.resume.kind != Kind::absent) {
        if (frame.resume.kind != Kind::string)
            return std::unexpected(sentence("resume", "must be a string"));
        join.resume = std::move(frame.resume.text);
    }
    if (frame.received.kind != Kind::absent) {
        if (frame.received.kind != Kind::integer || frame.received.number < 0)
            return std::unexpected(sentence("received", "must be a whole number, 0 or more"));
        join.received = static_cast<std::uint64_t>(frame.received.number);
    }
    return join;
}

Parsed read_signal(Frame& frame, Place place, SignalKind kind) {
    const bool candidate = kind == SignalKind::ice_candidate;
    const FrameValue& payload = candidate ? frame.candidate : frame.sdp;
    if (payload.kind != Kind::object && !(candidate && payload.kind == Kind::null))
        return std::unexpected(candidate ? sentence("candidate", "must be an object or null")
                                         : sentence("sdp", "must be an object"));
    SendSignal signal{.kind = kind,
                      .channel = std::move(place.channel),
                      .user = std::move(place.user),
                      .payload = {std::string(payload.raw)},
                      .to = std::nullopt};
    if (frame.to.kind != Kind::absent) {
        auto to = read_name<UserId>(frame.to, "to");
        if (!to)
            return std::unexpected(std::move(to.error()));
        signal.to = std::move(*to);
    }
    return signal;
}

using Reader = Parsed (*)(Frame&, Place);

Reader reader_of(std::string_view type) {
    if (type == "join")
        return read_join;
    if (type == "quit")
        return [](Frame&, Place place) -> Parsed {
            return Quit{.channel = std::move(place.channel), .user = std::move(place.user)};
        };
    if (type == "send_offer")
        return [](Frame& frame, Place place) {
            return read_signal(frame, std::move(place), SignalKind::offer);
        };
    if (type == "send_answer")
        return [](Frame& frame, Place place) {
            return read_signal(frame, std::move(place), SignalKind::answer);
        };
    if (type == "send_ice_candidate")
        return [](Frame& frame, Place place) {
            return read_signal(frame, std::move(place), SignalKind::ice_candidate);
        };
    return nullptr;
}

Parsed read_message(Frame& frame) {
    if (frame.type.kind != Kind::string)
        return std::unexpected("The message must be an object with a string `type`.");
    const Reader read = reader_of(frame.type.text);
    if (read == nullptr)
        return std::unexpected("There is no message of this `type`.");
    if (frame.body.kind != Kind::object)
        return std::unexpected(sentence("body", "must be an object"));
    return read_place(frame).and_then([&](Place place) { return read(frame, std::move(place)); });
}

}  // namespace

std::expected<ClientMessage, Error> parse_client_message(std::string_view frame,
                                                         const Limits& limits) {
    if (frame.size() > limits.message_bytes)
        return std::unexpected(Error{.code = ErrorCode::too_large,
                                     .message = "The message is too large.",
                                     .in_reply_to = {}});
    const auto bad_message = [](std::string why, std::string type) {
        if (type.size() > longest_echoed_type)
            type.clear();
        return std::unexpected(Error{.code = ErrorCode::bad_message,
                                     .message = std::move(why),
                                     .in_reply_to = std::move(type)});
    };
    auto scanned = scan_frame(frame, limits.message_depth);
    if (!scanned)
        return bad_message(std::move(scanned.error()), {});
    auto message = read_message(*scanned);
    if (!message)
        return bad_message(std::move(message.error()), std::move(scanned->type.text));
    return std::move(*message);
}

}  // namespace malgil::protocol
