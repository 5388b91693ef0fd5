#pragma once

#include "server/protocol/messages.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace malgil::server {

/// One WebSocket connection, from its opening on. Never used twice.
struct ConnectionId {
    std::uint64_t value = 0;

    friend auto operator<=>(const ConnectionId&, const ConnectionId&) = default;
};

}  // namespace malgil::server

template <>
struct std::hash<malgil::server::ConnectionId> {
    std::size_t operator()(malgil::server::ConnectionId id) const noexcept {
        return std::hash<std::uint64_t>{}(id.value);
    }
};

namespace malgil::server {

enum class LeaveReason {
    quit,          // it said so
    closed,        // it closed its connection
    disconnected,  // its connection was lost
    dropped,       // it did not read what was sent to it
};

/// One message for one or more connections.
struct Delivery {
    std::vector<ConnectionId> to;
    protocol::ServerMessage message;

    friend bool operator==(const Delivery&, const Delivery&) = default;
};

/// To be carried out in order.
using Deliveries = std::vector<Delivery>;

/// Who is where, and who is to be told what. Pure: a message in, deliveries out; no socket, no
/// clock.
///
/// A connection is in one channel at most. Joining again with the same two names is answered once
/// more and told to nobody; with others it is `forbidden` until the connection has quit.
///
/// A member stays while its connection is away, until `leave` is called: that of its grace is the
/// caller's (Hub). Whoever has the member's token can take its place over with another connection.
class Channels {
public:
    struct Settings {
        protocol::Limits limits;
        /// Makes what a client is told in `welcome`, and later in `ice_servers`: with credentials
        /// of its own that are good from then on. None at all where it is not set.
        std::function<std::vector<protocol::IceServer>(const protocol::UserId&)> ice_servers;
        /// How long the place of a lost connection is kept; 0: not at all.
        int grace_seconds = 0;
        /// Makes a token that nobody can guess. Needed where places are kept.
        std::function<std::string()> make_token;
    };

    explicit Channels(Settings settings) : settings_(std::move(settings)) {}

    [[nodiscard]] Deliveries receive(ConnectionId from, protocol::ClientMessage message);

    /// The connection whose place this `join` has the token of.
    [[nodiscard]] std::optional<ConnectionId> holder(const protocol::Join& join) const;

    /// Gives the place of one connection to another one that has not joined, and greets it.
    /// `signals`: how many came of it so far; no value: it gets another token and begins anew,
    /// because something is missing of what it should have had.
    [[nodiscard]] Deliveries take_over(ConnectionId former, ConnectionId now,
                                       std::optional<std::uint64_t> signals);

    /// Whether its place can be taken over: it has joined with a protocol, and places are kept.
    [[nodiscard]] bool has_token(ConnectionId connection) const;

    /// Fresh ICE servers for a member that knows what they are. Nothing to tell where it has not
    /// joined, or without a protocol.
    [[nodiscard]] Deliveries renew_ice_servers(ConnectionId connection) const;

    /// The member is gone. Nothing to tell where it had not joined.
    [[nodiscard]] Deliveries leave(ConnectionId connection, LeaveReason reason);

    [[nodiscard]] bool has_joined(ConnectionId connection) const {
        return places_.contains(connection);
    }

    /// Channels that have members.
    [[nodiscard]] std::size_t size() const { return channels_.size(); }

private:
    struct Member {
        protocol::UserId user;
        int protocol;
        ConnectionId connection;
        std::string token;  // empty: its place cannot be taken over
    };

    struct Channel {
        std::vector<Member> members;  // in the order of joining
    };

    /// A channel with its name; the address is stable.
    using Entry = std::unordered_map<protocol::ChannelName, Channel>::value_type;

    struct Place {
        Entry* channel;
        protocol::UserId user;
    };

    Deliveries handle(ConnectionId from, protocol::Join&& join);
    Deliveries handle(ConnectionId from, protocol::Quit&& quit);
    Deliveries handle(ConnectionId from, protocol::SendSignal&& signal);
    [[nodiscard]] const Member* member_at(ConnectionId connection) const;
    [[nodiscard]] std::vector<protocol::IceServer> ice_servers_for(const Member& member) const;
    [[nodiscard]] std::string new_token(int protocol) const;
    [[nodiscard]] Deliveries greet(const Channel& channel, const Member& newcomer,
                                   std::uint64_t signals = 0) const;

    Settings settings_;
    std::unordered_map<protocol::ChannelName, Channel> channels_;
    std::unordered_map<ConnectionId, Place> places_;
};

}  // namespace malgil::server
