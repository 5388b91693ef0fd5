#pragma once

#include "server/protocol/messages.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace malgil::test {

/// Who is at the other end of a socket, as the fake server counts them.
using ClientId = std::uint32_t;

/// What the server has for a client.
using Delivery = std::pair<ClientId, protocol::ServerMessage>;

/// One channel, by the wire contract (DESIGN §4), without sockets: messages in, deliveries out.
class FakeServer {
public:
    /// No answer to anything.
    bool silent = false;
    /// Answers every `join` with this.
    std::optional<protocol::ErrorCode> refuses;
    /// Lost connections keep their places, until `expire`.
    bool keeps_places = false;
    /// What `welcome` names.
    std::vector<protocol::IceServer> ice_servers{
        {.urls = {"stun:stun.test"}, .username = {}, .credential = {}}};

    [[nodiscard]] std::vector<Delivery> receive(ClientId client,
                                                const protocol::ClientMessage& message);
    /// `reason`: see protocol::PeerLeft; "lost" is without a word.
    [[nodiscard]] std::vector<Delivery> closed(ClientId client,
                                               const std::string& reason = "disconnected");
    /// The grace of all who are away is over.
    [[nodiscard]] std::vector<Delivery> expire();
    [[nodiscard]] bool has_member(const std::string& user) const;

private:
    struct Member {
        ClientId client;
        protocol::UserId user;
        int protocol;
        std::string token;  // empty: its place is not kept
        bool away = false;
        std::vector<protocol::ServerMessage> numbered;  // since the token was new
        std::uint64_t signals = 0;                      // of its own
    };

    [[nodiscard]] std::vector<Delivery> join(ClientId client, const protocol::Join& message);
    [[nodiscard]] std::vector<Delivery> take_over(ClientId client, Member& member,
                                                  const protocol::Join& message) const;
    [[nodiscard]] protocol::Welcome welcome_for(const Member& newcomer) const;
    static void tell(std::vector<Delivery>& out, Member& member,
                     const protocol::ServerMessage& message);
    [[nodiscard]] std::vector<Delivery> route(ClientId client, const protocol::SendSignal& message);
    void tell_everybody_the_list(std::vector<Delivery>& out) const;

    std::vector<Member> members_;
    int tokens_ = 0;
};

}  // namespace malgil::test
