#include "client/call/chat.hpp"

#include "client/call/chat_codec.hpp"
#include "client/call/text.hpp"
#include "client/call/turn.hpp"

#include <algorithm>
#include <utility>

namespace malgil::call {
namespace {

constexpr std::size_t max_seen = 1000;

template <class T>
void keep_newest(std::vector<T>& list, std::size_t count) {
    if (list.size() > count)
        list.erase(list.begin(), list.end() - static_cast<std::ptrdiff_t>(count));
}

template <class T>
bool contains(const std::vector<T>& list, const T& value) {
    return std::ranges::find(list, value) != list.end();
}

void settle(ChatMessage& message) {
    if (message.awaiting.empty())
        message.delivery = message.received ? Delivery::delivered : Delivery::failed;
}

}  // namespace

void Chat::send(Turn& turn, std::string_view text, std::span<const ChatPeer> peers) {
    text = trim_end(text);
    if (text.empty() || text.size() > max_text_bytes || peers.empty())
        return;
    if (last_message_id == 0)
        last_message_id = static_cast<std::uint32_t>(turn.moment.random >> 33U);

    ChatMessage message{.id = ++last_message_id,
                        .from = std::nullopt,
                        .text = std::string(text),
                        .at = turn.moment.wall,
                        .delivery = Delivery::pending,
                        .awaiting = {},
                        .received = false};
    const auto frame = chat_codec::write_text(message.id, text);
    for (const auto& peer : peers) {
        if (peer.open)
            turn.emit(SendOnChannel{.connection = peer.connection, .data = frame});
        if (peer.acknowledges)
            message.awaiting.push_back(peer.user);
        else if (peer.open)
            message.received = true;
    }
    settle(message);
    add(std::move(message));
}

void Chat::received(Turn& turn, const ChatPeer& peer, std::string_view data) {
    const auto frame = chat_codec::parse(data);
    if (const auto* acknowledgement = std::get_if<chat_codec::Acknowledgement>(&frame)) {
        acknowledged(peer.user, acknowledgement->id);
        return;
    }
    const auto* const text = std::get_if<chat_codec::Text>(&frame);
    if (text == nullptr)
        return;
    if (!text->id.empty()) {
        turn.emit(SendOnChannel{.connection = peer.connection,
                                .data = chat_codec::write_acknowledgement(text->id)});
        Seen once{.from = peer.user, .id = text->id};
        if (contains(seen, once))
            return;
        seen.push_back(std::move(once));
        keep_newest(seen, max_seen);
    }
    if (trim_end(text->text).empty())
        return;
    add({.id = 0,
         .from = peer.user,
         .text = clip(text->text, max_text_bytes),
         .at = turn.moment.wall,
         .delivery = Delivery::delivered,
         .awaiting = {},
         .received = true});
}

void Chat::channel_opened(Turn& turn, const ChatPeer& peer) {
    for (const auto& message : messages)
        if (contains(message.awaiting, peer.user))
            turn.emit(SendOnChannel{.connection = peer.connection,
                                    .data = chat_codec::write_text(message.id, message.text)});
}

void Chat::left(const UserId& user) {
    // Whoever comes back has forgotten, and may count from 1 again.
    std::erase_if(seen, [&](const Seen& one) { return one.from == user; });
    for (auto& message : messages)
        if (std::erase(message.awaiting, user) != 0)
            settle(message);
}

void Chat::add(ChatMessage message) {
    messages.push_back(std::move(message));
    keep_newest(messages, max_messages);
}

void Chat::acknowledged(const UserId& user, std::uint32_t id) {
    for (auto& message : messages) {
        if (message.from || message.id != id || std::erase(message.awaiting, user) == 0)
            continue;
        message.received = true;
        settle(message);
    }
}

}  // namespace malgil::call
