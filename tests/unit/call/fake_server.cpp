#include "tests/unit/call/fake_server.hpp"

#include <algorithm>
#include <variant>

namespace malgil::test {

using protocol::Error;
using protocol::ErrorCode;

std::vector<Delivery> FakeServer::receive(ClientId client, const protocol::ClientMessage& message) {
    if (silent)
        return {};
    if (const auto* wanted = std::get_if<protocol::Join>(&message))
        return join(client, *wanted);
    if (const auto* signal = std::get_if<protocol::SendSignal>(&message))
        return route(client, *signal);
    return closed(client, "quit");
}

std::vector<Delivery> FakeServer::join(ClientId client, const protocol::Join& message) {
    auto refusal = refuses;
    if (has_member(message.user.str()))
        refusal = ErrorCode::user_id_taken;
    if (refusal)
        return {{client, Error{*refusal, "The server's sentence.", "join"}}};

    protocol::Welcome welcome;
    welcome.ice_servers = ice_servers;
    std::vector<Delivery> out;
    for (const auto& member : members_) {
        welcome.peers.push_back({.user = member.user, .protocol = member.protocol});
        if (member.protocol > 0)
            out.emplace_back(member.client, protocol::PeerJoined{{message.user, message.protocol}});
    }
    members_.push_back({.client = client, .user = message.user, .protocol = message.protocol});
    if (message.protocol > 0)
        out.emplace_back(client, std::move(welcome));
    tell_everybody_the_list(out);
    return out;
}

std::vector<Delivery> FakeServer::route(ClientId client, const protocol::SendSignal& message) {
    const auto sender = std::ranges::find(members_, client, &Member::client);
    if (sender == members_.end())
        return {{client, Error{ErrorCode::not_joined, "Join first.", "send_offer"}}};
    std::vector<Delivery> out;
    for (const auto& member : members_)
        if (member.client != client && (!message.to || *message.to == member.user))
            out.emplace_back(member.client, protocol::SignalReceived{.kind = message.kind,
                                                                     .from = sender->user,
                                                                     .payload = message.payload});
    if (out.empty() && message.to)
        out.emplace_back(client, Error{ErrorCode::no_such_peer, "Nobody.", "send_offer"});
    return out;
}

std::vector<Delivery> FakeServer::closed(ClientId client, const std::string& reason) {
    const auto gone = std::ranges::find(members_, client, &Member::client);
    if (gone == members_.end())
        return {};
    const auto user = gone->user;
    members_.erase(gone);
    std::vector<Delivery> out;
    for (const auto& member : members_)
        if (member.protocol > 0)
            out.emplace_back(member.client, protocol::PeerLeft{.user = user, .reason = reason});
    tell_everybody_the_list(out);
    return out;
}

bool FakeServer::has_member(const std::string& user) const {
    return std::ranges::any_of(members_,
                               [&](const Member& member) { return member.user.str() == user; });
}

void FakeServer::tell_everybody_the_list(std::vector<Delivery>& out) const {
    protocol::Joined list;
    for (const auto& member : members_)
        list.users.push_back(member.user);
    for (const auto& member : members_)
        out.emplace_back(member.client, list);
}

}  // namespace malgil::test
