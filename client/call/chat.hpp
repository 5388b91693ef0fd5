#pragma once

#include "client/call/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace malgil::call {

struct Turn;

/// A longer text (bytes of UTF-8, without white space at its end) is not sent: the UI says so.
inline constexpr std::size_t max_text_bytes = std::size_t{8} * 1024;

/// The history keeps so many messages; the oldest go.
inline constexpr std::size_t max_messages = 1000;

enum class Delivery {
    pending,    // sent, or waiting; not acknowledged by everybody it went to
    delivered,  // acknowledged; by a tutorial client, which does not acknowledge: handed over
    failed,     // everybody it went to is gone
};

struct ChatMessage {
    /// Unique among one's own; 0 for a message of another.
    std::uint32_t id = 0;
    /// No value: one's own.
    std::optional<UserId> from;
    std::string text;
    Milliseconds at{0};  // wall clock
    Delivery delivery = Delivery::delivered;
    /// Peers that have yet to acknowledge it.
    std::vector<UserId> awaiting;
    /// Somebody got it.
    bool received = false;
};

/// The other end of a data channel.
struct ChatPeer {
    UserId user;
    ConnectionId connection;
    bool open = true;          // otherwise it is to open again: texts wait for that
    bool acknowledges = true;  // a tutorial client does not
};

/// The text of the call, in order. Over the data channel `chat`: JSON objects
/// `{"type":"text","id",…,"text"}`, acknowledged by `{"type":"ack","id"}`.
struct Chat {
    std::vector<ChatMessage> messages;
    /// Begins anywhere, so that a page that was loaded anew does not repeat the IDs of the former.
    std::uint32_t last_message_id = 0;

    /// The IDs of messages that were received, so that one that is sent again shows once.
    struct Seen {
        UserId from;
        std::string id;
        friend bool operator==(const Seen&, const Seen&) = default;
    };

    std::vector<Seen> seen;

    /// To everybody in `peers`; who cannot be reached now gets it with `channel_opened`. Nothing
    /// happens without peers, without text, or when it is too long.
    void send(Turn& turn, std::string_view text, std::span<const ChatPeer> peers);
    void received(Turn& turn, const ChatPeer& peer, std::string_view data);
    /// Sends again what this peer has not acknowledged on a former channel.
    void channel_opened(Turn& turn, const ChatPeer& peer);
    /// It is waited for no longer.
    void left(const UserId& user);

private:
    void add(ChatMessage message);
    void acknowledged(const UserId& user, std::uint32_t id);
};

}  // namespace malgil::call
