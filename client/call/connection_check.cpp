#include "client/call/connection_check.hpp"

#include "client/call/events.hpp"
#include "client/call/state.hpp"
#include "client/call/turn.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

namespace malgil::call {
namespace {

constexpr std::array ice_items{CheckItem::stun, CheckItem::turn_udp, CheckItem::turn_tcp,
                               CheckItem::turn_tls};

/// https://www.rfc-editor.org/rfc/rfc7064, https://www.rfc-editor.org/rfc/rfc7065
std::optional<CheckItem> item_of(std::string_view url) {
    if (url.starts_with("stun:"))
        return CheckItem::stun;
    if (url.starts_with("turns:"))
        return CheckItem::turn_tls;
    if (url.starts_with("turn:"))
        return url.ends_with("?transport=tcp") ? CheckItem::turn_tcp : CheckItem::turn_udp;
    return std::nullopt;
}

/// The same servers with their addresses of one kind only.
std::vector<protocol::IceServer> only(CheckItem item,
                                      const std::vector<protocol::IceServer>& servers) {
    std::vector<protocol::IceServer> found;
    for (auto server : servers) {
        std::erase_if(server.urls, [&](const std::string& url) { return item_of(url) != item; });
        if (!server.urls.empty())
            found.push_back(std::move(server));
    }
    return found;
}

/// Nobody else meets there.
std::string random_name(std::uint64_t random) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
    std::string name = "check-";
    for (int i = 0; i < 12; ++i, random >>= 5U)
        name += letters[random % letters.size()];
    return name;
}

}  // namespace

bool ConnectionCheck::is_running() const {
    return std::ranges::find(results, CheckResult::checking) != results.end();
}

void ConnectionCheck::set(CheckItem item, CheckResult result) {
    results.at(static_cast<std::size_t>(item)) = result;
}

void ConnectionCheck::ask_server(Turn& turn) {
    results = {};
    set(CheckItem::server, CheckResult::checking);
    name = random_name(turn.moment.random);
    socket = turn.next_id<SocketId>();
    turn.emit(OpenSocket{*socket});
    turn.start(CheckOverdue{}, check_patience);
}

void ConnectionCheck::socket_opened(Turn& turn, SocketId opened) const {
    auto channel = ChannelName::parse(name);
    auto user = UserId::parse(name);
    if (socket != opened || !channel || !user)
        return;
    turn.emit(SendMessage{.socket = opened,
                          .message = protocol::Join{.channel = *std::move(channel),
                                                    .user = *std::move(user),
                                                    .protocol = protocol::protocol_version}});
}

void ConnectionCheck::received(Turn& turn, const MessageReceived& event) {
    if (socket != event.socket)
        return;
    if (const auto* const welcome = std::get_if<protocol::Welcome>(&event.message)) {
        leave(turn, event.socket);
        probe(turn, welcome->ice_servers);
    } else if (std::holds_alternative<protocol::Error>(event.message)) {
        turn.emit(CloseSocket{event.socket});
        server_failed(turn);
    }
}

void ConnectionCheck::leave(Turn& turn, SocketId joined) {
    auto channel = ChannelName::parse(name);
    auto user = UserId::parse(name);
    if (channel && user)
        turn.emit(SendMessage{
            .socket = joined,
            .message = protocol::Quit{.channel = *std::move(channel), .user = *std::move(user)}});
    turn.emit(CloseSocket{joined});
    socket.reset();
}

void ConnectionCheck::socket_closed(Turn& turn, SocketId closed) {
    if (socket == closed)
        server_failed(turn);
}

void ConnectionCheck::server_failed(Turn& turn) {
    socket.reset();
    set(CheckItem::server, CheckResult::failed);
    finish(turn);
}

void ConnectionCheck::probe(Turn& turn, const std::vector<protocol::IceServer>& servers) {
    results = {};
    set(CheckItem::server, CheckResult::ok);
    for (const auto item : ice_items) {
        auto of_kind = only(item, servers);
        if (of_kind.empty()) {
            set(item, CheckResult::not_offered);
            continue;
        }
        set(item, CheckResult::checking);
        const Probe started{.id = turn.next_id<ProbeId>(), .item = item};
        probes.push_back(started);
        turn.emit(ProbeIce{.probe = started.id,
                           .kind = item == CheckItem::stun ? ProbeKind::stun : ProbeKind::relay,
                           .servers = std::move(of_kind)});
    }
    if (probes.empty())
        finish(turn);
    else
        turn.start(CheckOverdue{}, check_patience);
}

void ConnectionCheck::probed(Turn& turn, const IceProbed& event) {
    const auto found = std::ranges::find(probes, event.probe, &Probe::id);
    if (found == probes.end())
        return;
    set(found->item, event.found ? CheckResult::ok : CheckResult::failed);
    turn.emit(StopProbe{found->id});
    probes.erase(found);
    if (probes.empty())
        finish(turn);
}

void ConnectionCheck::overdue(Turn& turn) {
    if (socket) {
        turn.emit(CloseSocket{*socket});
        server_failed(turn);
        return;
    }
    for (const auto& late : std::exchange(probes, {})) {
        set(late.item, CheckResult::failed);
        turn.emit(StopProbe{late.id});
    }
}

void ConnectionCheck::finish(Turn& turn) {
    turn.stop(CheckOverdue{});
}

void check_connection(State& state, Turn& turn) {
    if (state.check.is_running() || !state.has_webrtc)
        return;
    if (state.signaling.state == SignalingState::joined)
        state.check.probe(turn, state.signaling.ice_servers);
    else
        state.check.ask_server(turn);
}

Verdict verdict_of(const ConnectionCheck& check, bool relay_only) {
    constexpr std::array ways{CheckItem::turn_udp, CheckItem::turn_tcp, CheckItem::turn_tls};
    const auto is = [&](CheckResult result) {
        return [&check, result](CheckItem item) { return check.of(item) == result; };
    };
    if (check.is_running() || check.of(CheckItem::server) == CheckResult::unknown)
        return Verdict::none;
    if (check.of(CheckItem::server) == CheckResult::failed)
        return Verdict::no_server;
    const bool relay = std::ranges::any_of(ways, is(CheckResult::ok));
    const bool relay_offered = !std::ranges::all_of(ways, is(CheckResult::not_offered));
    if (relay_only && !relay_offered)
        return Verdict::no_relay;
    if (!relay_only && check.of(CheckItem::stun) == CheckResult::ok)
        return Verdict::direct;
    if (relay)
        return Verdict::relayed;
    const bool stun_offered = check.of(CheckItem::stun) != CheckResult::not_offered;
    return stun_offered || relay_offered ? Verdict::blocked : Verdict::local_only;
}

}  // namespace malgil::call
