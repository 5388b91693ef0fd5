#pragma once

#include "server/channels.hpp"
#include "server/mailbox.hpp"
#include "server/outbox.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>

namespace malgil::server {

/// Joins the channels to the clients: carries out deliveries, writes each message's text once,
/// drops who does not read, and keeps the places of those whose connection is lost. Not for several
/// threads.
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
        /// `number`: of what others sent to it, counted from 1; otherwise 0.
        [[nodiscard]] virtual bool send(const SharedText& text, std::uint64_t number) = 0;
        /// The number of the last numbered frame that was written; 0: none.
        [[nodiscard]] virtual std::uint64_t written() const = 0;
        /// What waits to be written.
        [[nodiscard]] virtual std::size_t unsent_bytes() const = 0;
        /// Ends the connection at once. Nothing more comes from the hub.
        virtual void drop() = 0;
        /// Ends the connection once all is written: the server goes away.
        virtual void go_away() = 0;
        /// Ends the connection properly, without what waits to be written: another one has its
        /// place, and gets that. Nothing more comes from the hub.
        virtual void give_way() = 0;
    };

    explicit Hub(Channels::Settings settings)
        : places_bytes_(settings.limits.outbox_bytes), channels_(std::move(settings)) {}

    /// Called where a member's connection is lost and its grace begins. At the end of that, call
    /// `expire`.
    void set_on_away(std::function<void(ConnectionId)> on_away) { on_away_ = std::move(on_away); }

    /// The client must stay until it is removed, or was dropped.
    [[nodiscard]] ConnectionId add(Client& client);

    /// The connection is gone. The place of one that was lost (`disconnected`) is kept where it can
    /// be taken over; otherwise its peers are told. Of no effect where it is removed already, was
    /// dropped, or gave its place to another one.
    void remove(ConnectionId connection, LeaveReason reason);

    /// The grace of a lost connection is over. Of no effect where its place was taken over.
    void expire(ConnectionId connection);

    void receive(ConnectionId from, protocol::ClientMessage message);

    /// Sends a member fresh ICE servers, before the credentials of those that it has expire.
    void renew_ice_servers(ConnectionId connection);

    /// Sends one client a message that comes from no channel.
    void send(ConnectionId to, protocol::ServerMessage message);

    /// Tells those who joined `shutting_down` and has everybody go away; whoever comes later, too.
    void drain();

    [[nodiscard]] std::size_t clients() const { return clients_.size(); }

private:
    /// What a connection needs that takes a place over.
    struct Place {
        Mailbox mail;
        /// The number of the last one that was written to the connections so far.
        std::uint64_t written = 0;
        std::uint64_t signals = 0;  // received of the member

        /// A connection that wrote nothing numbered knows no number.
        void was_written(const Client& lost) { written = std::max(written, lost.written()); }
    };

    void take_over(ConnectionId former, ConnectionId now, std::optional<std::uint64_t> received);
    void deliver(Deliveries deliveries);
    /// False where it, or its place, has no room any more.
    bool deliver(ConnectionId to, const SharedText& text, bool numbered);
    [[nodiscard]] Deliveries drop(ConnectionId connection);

    std::size_t places_bytes_;
    Channels channels_;
    std::unordered_map<ConnectionId, Client*> clients_;
    std::unordered_map<ConnectionId, Place> places_;
    std::function<void(ConnectionId)> on_away_;
    std::uint64_t last_id_ = 0;
    bool draining_ = false;
};

}  // namespace malgil::server
