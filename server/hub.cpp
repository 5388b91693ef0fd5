#include "server/hub.hpp"

#include "server/protocol/codec.hpp"

#include <iterator>
#include <memory>
#include <utility>
#include <variant>

namespace malgil::server {

/// Of what was written to a connection, so much is kept for the one that takes its place over: what
/// was on its way when the first was lost.
static constexpr std::size_t kept_bytes = std::size_t{64} * 1024;

ConnectionId Hub::add(Client& client) {
    const ConnectionId id{++last_id_};
    if (draining_)
        client.go_away();
    else
        clients_.emplace(id, &client);
    return id;
}

void Hub::remove(ConnectionId connection, LeaveReason reason) {
    const auto client = clients_.extract(connection);
    if (client.empty())
        return;
    const bool kept =
        reason == LeaveReason::disconnected && on_away_ && channels_.has_token(connection);
    if (kept) {
        places_[connection].was_written(*client.mapped());
        on_away_(connection);
        return;
    }
    places_.erase(connection);
    deliver(channels_.leave(connection, reason));
}

void Hub::expire(ConnectionId connection) {
    if (clients_.contains(connection))
        return;
    places_.erase(connection);
    deliver(channels_.leave(connection, LeaveReason::disconnected));
}

void Hub::receive(ConnectionId from, protocol::ClientMessage message) {
    if (!clients_.contains(from))
        return;
    if (const auto* const join = std::get_if<protocol::Join>(&message);
        join != nullptr && !channels_.has_joined(from)) {
        if (const auto former = channels_.holder(*join)) {
            take_over(*former, from, join->received);
            return;
        }
    }
    if (std::holds_alternative<protocol::SendSignal>(message) && channels_.has_token(from))
        ++places_[from].signals;
    deliver(channels_.receive(from, std::move(message)));
    if (!channels_.has_joined(from))
        places_.erase(from);  // it has quit
}

void Hub::take_over(ConnectionId former, ConnectionId now, std::optional<std::uint64_t> received) {
    auto node = places_.extract(former);
    Place place = node.empty() ? Place() : std::move(node.mapped());
    if (const auto client = clients_.extract(former); !client.empty()) {
        place.was_written(*client.mapped());
        client.mapped()->give_way();
    }
    place.written = received.value_or(place.written);
    const auto missed = place.mail.after(place.written);
    const auto signals = missed ? std::optional(place.signals) : std::nullopt;
    if (missed)
        places_.emplace(now, std::move(place));
    deliver(channels_.take_over(former, now, signals));
    if (!missed)
        return;
    auto number = places_[now].mail.last() - missed->size();
    for (const SharedText& text : *missed) {
        const auto client = clients_.find(now);
        if (client == clients_.end())
            return;
        if (!client->second->send(text, ++number)) {
            deliver(drop(now));
            return;
        }
    }
}

void Hub::renew_ice_servers(ConnectionId connection) {
    deliver(channels_.renew_ice_servers(connection));
}

void Hub::send(ConnectionId to, protocol::ServerMessage message) {
    deliver({{.to = {to}, .message = std::move(message)}});
}

void Hub::deliver(Deliveries deliveries) {
    // Who is dropped on the way leaves its channel, which has more to be delivered: after the rest,
    // so that everybody gets the messages in one order.
    for (std::size_t i = 0; i < deliveries.size(); ++i) {
        const auto text = std::make_shared<const std::string>(write(deliveries[i].message));
        const bool numbered = is_numbered(deliveries[i].message);
        const auto receivers = std::move(deliveries[i].to);
        for (const ConnectionId to : receivers)
            if (!deliver(to, text, numbered))
                std::ranges::move(drop(to), std::back_inserter(deliveries));
    }
}

bool Hub::deliver(ConnectionId to, const SharedText& text, bool numbered) {
    const auto client = clients_.find(to);
    const bool away = client == clients_.end();
    if (!numbered || !channels_.has_token(to))
        return away || client->second->send(text, 0);
    Mailbox& mail = places_[to].mail;
    const auto number = mail.push(text);
    if (away)
        return mail.bytes() <= places_bytes_;
    if (!client->second->send(text, number))
        return false;
    mail.trim(kept_bytes + client->second->unsent_bytes());
    return true;
}

Deliveries Hub::drop(ConnectionId connection) {
    if (const auto client = clients_.extract(connection); !client.empty())
        client.mapped()->drop();
    places_.erase(connection);
    return channels_.leave(connection, LeaveReason::dropped);
}

void Hub::drain() {
    if (std::exchange(draining_, true))
        return;
    const auto goodbye = std::make_shared<const std::string>(
        write(protocol::Error{.code = protocol::ErrorCode::shutting_down,
                              .message = "The server goes away: connect again in a moment.",
                              .in_reply_to = {}}));
    for (const auto& [id, client] : clients_) {
        if (channels_.has_joined(id) && !client->send(goodbye, 0))
            client->drop();
        else
            client->go_away();
    }
    // Nobody is told of the others' leaving, and nobody comes back.
    on_away_ = nullptr;
    clients_.clear();
}

}  // namespace malgil::server
