#include "server/channels.hpp"

#include "server/protocol/codec.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace malgil::server {
namespace {

using protocol::ErrorCode;

template <class Message>
Deliveries refuse(ConnectionId to, const Message& message, ErrorCode code, std::string sentence) {
    return {{.to = {to},
             .message = protocol::Error{.code = code,
                                        .message = std::move(sentence),
                                        .in_reply_to = std::string(protocol::type_of(message))}}};
}

std::string_view word_for(LeaveReason reason) {
    switch (reason) {
        case LeaveReason::quit:
            return "quit";
        case LeaveReason::closed:
        case LeaveReason::disconnected:
            return "disconnected";
        case LeaveReason::dropped:
            return "dropped";
    }
    std::unreachable();
}

/// Only those that named a protocol know more than the base messages.
constexpr auto knows_extensions = [](const auto& member) { return member.protocol > 0; };

/// How long it takes tells nothing of where they differ.
bool is_same(std::string_view token, std::string_view other) {
    unsigned difference = token.size() == other.size() ? 0 : 1;
    for (std::size_t i = 0; i < std::min(token.size(), other.size()); ++i)
        difference |= token[i] == other[i] ? 0U : 1U;
    return difference == 0;
}

constexpr auto not_joined = "Join a channel first.";
constexpr auto not_yours = "This connection has joined with another user ID or channel.";

}  // namespace

Deliveries Channels::receive(ConnectionId from, protocol::ClientMessage message) {
    return std::visit([&](auto& one) { return handle(from, std::move(one)); }, message);
}

Deliveries Channels::handle(ConnectionId from, protocol::Join&& join) {
    if (const auto place = places_.find(from); place != places_.end()) {
        const auto& [channel, user] = place->second;
        if (channel->first != join.channel || user != join.user)
            return refuse(from, join, ErrorCode::forbidden,
                          "This connection has joined already: quit first.");
        const auto& members = channel->second.members;
        return greet(channel->second, *std::ranges::find(members, user, &Member::user));
    }

    const auto existing = channels_.find(join.channel);
    if (existing != channels_.end()) {
        const auto& members = existing->second.members;
        if (std::ranges::contains(members, join.user, &Member::user))
            return refuse(from, join, ErrorCode::user_id_taken,
                          "Somebody in this channel has that user ID: choose another.");
        if (members.size() >= settings_.limits.channel_members)
            return refuse(from, join, ErrorCode::channel_full,
                          "The channel is full: try later, or choose another.");
    }

    Entry& entry = *channels_.try_emplace(std::move(join.channel)).first;
    auto& members = entry.second.members;
    Delivery news{.to = {},
                  .message = protocol::PeerJoined{{.user = join.user, .protocol = join.protocol}}};
    for (const Member& member : members)
        if (knows_extensions(member))
            news.to.push_back(member.connection);
    places_.emplace(from, Place{.channel = &entry, .user = join.user});
    members.push_back({.user = std::move(join.user),
                       .protocol = join.protocol,
                       .connection = from,
                       .token = new_token(join.protocol)});

    Deliveries deliveries = greet(entry.second, members.back());
    if (!news.to.empty())
        deliveries.push_back(std::move(news));
    return deliveries;
}

Deliveries Channels::handle(ConnectionId from, protocol::Quit&& quit) {
    const auto place = places_.find(from);
    if (place == places_.end())
        return refuse(from, quit, ErrorCode::not_joined, not_joined);
    if (place->second.channel->first != quit.channel || place->second.user != quit.user)
        return refuse(from, quit, ErrorCode::forbidden, not_yours);
    return leave(from, LeaveReason::quit);
}

Deliveries Channels::handle(ConnectionId from, protocol::SendSignal&& signal) {
    const auto place = places_.find(from);
    if (place == places_.end())
        return refuse(from, signal, ErrorCode::not_joined, not_joined);
    const auto& [channel, user] = place->second;
    if (channel->first != signal.channel || user != signal.user)
        return refuse(from, signal, ErrorCode::forbidden, not_yours);

    Delivery delivery{.to = {},
                      .message = protocol::SignalReceived{
                          .kind = signal.kind, .from = user, .payload = std::move(signal.payload)}};
    for (const Member& member : channel->second.members)
        if (member.connection != from && (!signal.to || member.user == *signal.to))
            delivery.to.push_back(member.connection);
    if (!delivery.to.empty())
        return {std::move(delivery)};
    if (signal.to)
        return refuse(from, signal, ErrorCode::no_such_peer,
                      "There is nobody else with that user ID in the channel.");
    return {};
}

std::optional<ConnectionId> Channels::holder(const protocol::Join& join) const {
    const auto channel = channels_.find(join.channel);
    if (channel == channels_.end() || !join.resume)
        return std::nullopt;
    const auto& members = channel->second.members;
    const auto member = std::ranges::find(members, join.user, &Member::user);
    if (member == members.end() || member->token.empty() || !is_same(member->token, *join.resume))
        return std::nullopt;
    return member->connection;
}

Deliveries Channels::take_over(ConnectionId former, ConnectionId now,
                               std::optional<std::uint64_t> signals) {
    auto place = places_.extract(former);
    place.key() = now;
    Channel& channel = place.mapped().channel->second;
    Member& member = *std::ranges::find(channel.members, former, &Member::connection);
    member.connection = now;
    if (!signals)
        member.token = new_token(member.protocol);
    places_.insert(std::move(place));
    return greet(channel, member, signals.value_or(0));
}

bool Channels::has_token(ConnectionId connection) const {
    const Member* member = member_at(connection);
    return member != nullptr && !member->token.empty();
}

Deliveries Channels::renew_ice_servers(ConnectionId connection) const {
    const Member* member = member_at(connection);
    if (member == nullptr || !knows_extensions(*member))
        return {};
    return {{.to = {connection},
             .message = protocol::IceServersRenewed{.ice_servers = ice_servers_for(*member)}}};
}

const Channels::Member* Channels::member_at(ConnectionId connection) const {
    const auto place = places_.find(connection);
    if (place == places_.end())
        return nullptr;
    const auto& members = place->second.channel->second.members;
    return &*std::ranges::find(members, connection, &Member::connection);
}

std::vector<protocol::IceServer> Channels::ice_servers_for(const Member& member) const {
    return settings_.ice_servers ? settings_.ice_servers(member.user)
                                 : std::vector<protocol::IceServer>();
}

std::string Channels::new_token(int protocol) const {
    return settings_.grace_seconds > 0 && protocol > 0 ? settings_.make_token() : std::string();
}

Deliveries Channels::leave(ConnectionId connection, LeaveReason reason) {
    const auto place = places_.extract(connection);
    if (place.empty())
        return {};
    auto& [channel, user] = place.mapped();
    auto& members = channel->second.members;
    std::erase_if(members, [&](const Member& member) { return member.connection == connection; });
    Delivery news{.to = {},
                  .message = protocol::PeerLeft{.user = std::move(user),
                                                .reason = std::string(word_for(reason))}};
    for (const Member& member : members)
        if (knows_extensions(member))
            news.to.push_back(member.connection);
    if (members.empty())
        channels_.erase(channels_.find(channel->first));
    return news.to.empty() ? Deliveries{} : Deliveries{std::move(news)};
}

Deliveries Channels::greet(const Channel& channel, const Member& newcomer,
                           std::uint64_t signals) const {
    Deliveries deliveries;
    if (knows_extensions(newcomer)) {
        protocol::Welcome welcome;
        welcome.resume = newcomer.token;
        welcome.grace_seconds = settings_.grace_seconds;
        welcome.received = signals;
        welcome.ice_servers = ice_servers_for(newcomer);
        welcome.limits = settings_.limits;
        for (const Member& member : channel.members)
            if (member.connection != newcomer.connection)
                welcome.peers.push_back({.user = member.user, .protocol = member.protocol});
        deliveries.push_back({.to = {newcomer.connection}, .message = std::move(welcome)});
    }
    protocol::Joined joined;
    for (const Member& member : channel.members)
        joined.users.push_back(member.user);
    deliveries.push_back({.to = {newcomer.connection}, .message = std::move(joined)});
    return deliveries;
}

}  // namespace malgil::server
