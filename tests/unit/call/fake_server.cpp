#include "tests/unit/call/fake_server.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
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
    const auto known = std::ranges::find(members_, message.user, &Member::user);
    if (known != members_.end()) {
        if (!refusal && message.resume && !known->token.empty() && known->token == *message.resume)
            return take_over(client, *known, message);
        refusal = ErrorCode::user_id_taken;
    }
    if (refusal)
        return {{client, Error{*refusal, "The server's sentence.", "join"}}};

    std::vector<Delivery> out;
    for (auto& member : members_)
        if (member.protocol > 0)
            tell(out, member, protocol::PeerJoined{{message.user, message.protocol}});
    Member newcomer{.client = client,
                    .user = message.user,
                    .protocol = message.protocol,
                    .token = {},
                    .numbered = {}};
    if (keeps_places && message.protocol > 0)
        newcomer.token = "token " + std::to_string(++tokens_);
    if (message.protocol > 0)
        out.emplace_back(client, welcome_for(newcomer));
    members_.push_back(std::move(newcomer));
    tell_everybody_the_list(out);
    return out;
}

std::vector<Delivery> FakeServer::take_over(ClientId client, Member& member,
                                            const protocol::Join& message) const {
    member.client = client;
    member.away = false;
    std::vector<Delivery> out{{client, welcome_for(member)}};
    for (auto number = message.received.value_or(0); number < member.numbered.size(); ++number)
        out.emplace_back(client, member.numbered[number]);
    return out;
}

protocol::Welcome FakeServer::welcome_for(const Member& newcomer) const {
    protocol::Welcome welcome;
    welcome.resume = newcomer.token;
    welcome.received = newcomer.signals;
    welcome.ice_servers = ice_servers;
    for (const auto& member : members_)
        if (member.user != newcomer.user)
            welcome.peers.push_back({.user = member.user, .protocol = member.protocol});
    return welcome;
}

void FakeServer::tell(std::vector<Delivery>& out, Member& member,
                      const protocol::ServerMessage& message) {
    if (!member.token.empty())
        member.numbered.push_back(message);
    if (!member.away)
        out.emplace_back(member.client, message);
}

std::vector<Delivery> FakeServer::route(ClientId client, const protocol::SendSignal& message) {
    const auto sender = std::ranges::find(members_, client, &Member::client);
    if (sender == members_.end())
        return {{client, Error{ErrorCode::not_joined, "Join first.", "send_offer"}}};
    ++sender->signals;
    const protocol::SignalReceived signal{
        .kind = message.kind, .from = sender->user, .payload = message.payload};
    std::vector<Delivery> out;
    bool found = false;
    for (auto& member : members_) {
        if (member.client == client || (message.to && *message.to != member.user))
            continue;
        found = true;
        tell(out, member, signal);
    }
    if (!found && message.to)
        out.emplace_back(client, Error{ErrorCode::no_such_peer, "Nobody.", "send_offer"});
    return out;
}

std::vector<Delivery> FakeServer::closed(ClientId client, const std::string& reason) {
    const auto gone = std::ranges::find(members_, client, &Member::client);
    if (gone == members_.end())
        return {};
    if (reason == "lost" && !gone->token.empty()) {
        gone->away = true;
        return {};
    }
    const auto user = gone->user;
    members_.erase(gone);
    std::vector<Delivery> out;
    for (auto& member : members_)
        if (member.protocol > 0)
            tell(out, member,
                 protocol::PeerLeft{.user = user,
                                    .reason = reason == "lost" ? "disconnected" : reason});
    tell_everybody_the_list(out);
    return out;
}

std::vector<Delivery> FakeServer::expire() {
    std::vector<ClientId> over;
    for (const auto& member : members_)
        if (member.away)
            over.push_back(member.client);
    std::vector<Delivery> out;
    for (const auto client : over)
        std::ranges::move(closed(client), std::back_inserter(out));
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
