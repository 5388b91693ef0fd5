#pragma once

#include "server/channels.hpp"
#include "server/outbox.hpp"

#include <cstddef>
#include <unordered_map>

namespace malgil::server {

/// Joins the channels to the clients: carries out deliveries, writes each message's text once, and
/// drops who does not read. Not for several threads.
class Hub {
public:
    /// A connection, as the hub sees it. Its functions must not call back into the hub.
    class Client {
    public:
        Client() = default;
        Client(const Client&) = delete;
        Client(Client&&) = delete;
        Client& operator=(const Client&) = delete;
        Client& operator=(Client&&) = delete;
        virtual ~Client() = default;

        /// Takes a frame to be written after those before it; false where it has no room for it.
        [[nodiscard]] virtual bool send(const SharedText& text) = 0;
        /// Ends the connection at once. Nothing more comes from the hub.
        virtual void drop() = 0;
        /// Ends the connection once all is written: the server goes away.
        virtual void go_away() = 0;
    };

    explicit Hub(Channels::Settings settings) : channels_(std::move(settings)) {}

    /// The client must stay until it is removed, or was dropped.
    [[nodiscard]] ConnectionId add(Client& client);

    /// Tells its peers. Of no effect where it is removed or was dropped already.
    void remove(ConnectionId connection, LeaveReason reason);

    void receive(ConnectionId from, protocol::ClientMessage message);

    /// Sends one client a message that comes from no channel.
    void send(ConnectionId to, protocol::ServerMessage message);

    /// Tells those who joined `shutting_down` and has everybody go away; whoever comes later, too.
    void drain();

    [[nodiscard]] std::size_t clients() const { return clients_.size(); }

private:
    void deliver(Deliveries deliveries);

    Channels channels_;
    std::unordered_map<ConnectionId, Client*> clients_;
    std::uint64_t last_id_ = 0;
    bool draining_ = false;
};

}  // namespace malgil::server
