#include "client/call/state.hpp"

#include <algorithm>

namespace malgil::call {
namespace {

template <class Roster>
auto* find_by_user(Roster& roster, const UserId& user) {
    const auto found = std::ranges::find(roster, user, &Peer::user);
    return found == roster.end() ? nullptr : &*found;
}

template <class Roster>
auto* find_by_connection(Roster& roster, ConnectionId connection) {
    const auto found = connection == ConnectionId{}
                           ? roster.end()
                           : std::ranges::find(roster, connection, &Peer::connection);
    return found == roster.end() ? nullptr : &*found;
}

}  // namespace

const Peer* State::find_peer(const UserId& other) const {
    return find_by_user(roster, other);
}

const Peer* State::find_peer(ConnectionId connection) const {
    return find_by_connection(roster, connection);
}

Peer* State::find_peer(const UserId& other) {
    return find_by_user(roster, other);
}

Peer* State::find_peer(ConnectionId connection) {
    return find_by_connection(roster, connection);
}

ChatPeer Peer::chat_peer() const {
    return {
        .user = user, .connection = connection, .open = channel_open, .acknowledges = protocol > 0};
}

bool State::can_send_text() const {
    return std::ranges::any_of(roster, &Peer::takes_texts);
}

}  // namespace malgil::call
