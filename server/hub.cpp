#include "server/hub.hpp"

#include "server/protocol/codec.hpp"

#include <iterator>
#include <memory>
#include <utility>

namespace malgil::server {

ConnectionId Hub::add(Client& client) {
    const ConnectionId id{++last_id_};
    if (draining_)
        client.go_away();
    else
        clients_.emplace(id, &client);
    return id;
}

void Hub::remove(ConnectionId connection, LeaveReason reason) {
    if (clients_.erase(connection) != 0)
        deliver(channels_.leave(connection, reason));
}

void Hub::receive(ConnectionId from, protocol::ClientMessage message) {
    if (clients_.contains(from))
        deliver(channels_.receive(from, std::move(message)));
}

void Hub::send(ConnectionId to, protocol::ServerMessage message) {
    deliver({{.to = {to}, .message = std::move(message)}});
}

void Hub::deliver(Deliveries deliveries) {
    // Who is dropped on the way leaves its channel, which has more to be delivered: after the rest,
    // so that everybody gets the messages in one order.
    for (std::size_t i = 0; i < deliveries.size(); ++i) {
        const auto text = std::make_shared<const std::string>(write(deliveries[i].message));
        const auto receivers = std::move(deliveries[i].to);
        for (const ConnectionId to : receivers) {
            const auto client = clients_.find(to);
            if (client == clients_.end() || client->second->send(text))
                continue;
            client->second->drop();
            clients_.erase(client);
            std::ranges::move(channels_.leave(to, LeaveReason::dropped),
                              std::back_inserter(deliveries));
        }
    }
}

void Hub::drain() {
    if (std::exchange(draining_, true))
        return;
    const auto goodbye = std::make_shared<const std::string>(
        write(protocol::Error{.code = protocol::ErrorCode::shutting_down,
                              .message = "The server goes away: connect again in a moment.",
                              .in_reply_to = {}}));
    for (const auto& [id, client] : clients_) {
        if (channels_.has_joined(id) && !client->send(goodbye))
            client->drop();
        else
            client->go_away();
    }
    // Nobody is told of the others' leaving.
    clients_.clear();
}

}  // namespace malgil::server
