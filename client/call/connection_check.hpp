#pragma once

#include "client/call/ids.hpp"
#include "server/protocol/messages.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Whether calls will work from here, tried out part by part: the server, STUN, and TURN by each of
/// its ways.
namespace malgil::call {

struct IceProbed;
struct MessageReceived;
struct State;
struct Turn;

/// In the order in which they are shown.
enum class CheckItem { server, stun, turn_udp, turn_tcp, turn_tls };

inline constexpr std::size_t check_items = 5;

enum class CheckResult {
    unknown,  // not tried, or what it depends on does not work
    checking,
    ok,
    failed,
    not_offered,  // the server names none
};

/// What the results mean for calls.
enum class Verdict {
    none,  // nothing was checked yet, or it is under way
    direct,
    relayed,
    /// The server names neither STUN nor TURN: within one network it works all the same.
    local_only,
    blocked,
    /// One's own address is to be hidden, and there is no relay.
    no_relay,
    no_server,
};

/// How long the server, and after it the STUN and TURN servers, may take to answer.
inline constexpr Milliseconds check_patience{5000};

struct ConnectionCheck {
    struct Probe {
        ProbeId id;
        CheckItem item;
    };

    std::array<CheckResult, check_items> results{};  // by CheckItem
    /// A throw-away membership, to be told the ICE servers by; no value: none is open.
    std::optional<SocketId> socket;
    std::string name;  // of its channel, and of its user
    std::vector<Probe> probes;

    [[nodiscard]] CheckResult of(CheckItem item) const {
        return results.at(static_cast<std::size_t>(item));
    }

    [[nodiscard]] bool is_running() const;

    // What comes of its effects; events that are not its own change nothing.
    void socket_opened(Turn& turn, SocketId opened) const;
    void socket_closed(Turn& turn, SocketId closed);
    void received(Turn& turn, const MessageReceived& event);
    void probed(Turn& turn, const IceProbed& event);
    /// The timer CheckOverdue.
    void overdue(Turn& turn);

    /// In a channel of its own that nobody else is in.
    void ask_server(Turn& turn);
    /// The server answered: looks for candidates of each kind of server that it names.
    void probe(Turn& turn, const std::vector<protocol::IceServer>& servers);

private:
    void set(CheckItem item, CheckResult result);
    void leave(Turn& turn, SocketId joined);
    void server_failed(Turn& turn);
    void finish(Turn& turn);
};

/// The intent CheckConnection: by the call that stands, or by a throw-away one.
void check_connection(State& state, Turn& turn);

/// `relay_only`: Settings::relay_only.
[[nodiscard]] Verdict verdict_of(const ConnectionCheck& check, bool relay_only);

}  // namespace malgil::call
