#pragma once

#include "client/call/ids.hpp"
#include "server/protocol/messages.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace malgil::call {

struct Turn;

enum class SignalingState {
    idle,
    connecting,  // the socket opens
    joining,     // `join` is sent
    joined,
    waiting,  // the server is away; the next attempt comes after a back-off
};

/// Signals that are kept to be sent again.
inline constexpr std::size_t max_outgoing = 256;

/// An attempt to connect, or to join, that got no answer for so long is given up.
inline constexpr Milliseconds attempt_patience{10'000};

/// How long to wait before the next attempt, after so many failures in a row (1 or more):
/// exponential, capped, and anywhere below that, so that the clients of a server that comes back do
/// not all knock at once. 1 ms to 4 s.
[[nodiscard]] Milliseconds back_off_delay(int failures, std::uint64_t random);

/// The connect / join / back-off machine. It keeps one membership up until it is told to stop.
struct Signaling {
    SignalingState state = SignalingState::idle;
    SocketId socket;
    /// Failed attempts and losses in a row since it was last joined; decides the back-off.
    int failures = 0;
    /// Until the next attempt, in whole seconds, counted down while `waiting`.
    int seconds_left = 0;
    /// When that is (Moment::now).
    Milliseconds next_attempt{0};
    std::vector<protocol::IceServer> ice_servers;
    protocol::Limits limits;
    /// The membership that is kept up, with the token of its place once there is one. No value:
    /// idle.
    std::optional<protocol::Join> membership;
    /// Numbered messages (protocol::is_numbered) that came since the token was new.
    std::uint64_t received = 0;
    /// Signals to be had again, should a connection be lost with them: the newest of those since
    /// the token was new, which are `sent`.
    std::deque<protocol::SendSignal> outgoing;
    std::uint64_t sent = 0;
    /// The place of the token is taken over only to be left; until that is done, nothing that comes
    /// is looked at.
    bool reclaims = false;
    /// The socket before, while another one takes its place over: to close it properly would be to
    /// leave.
    std::optional<SocketId> former;
    /// It is being taken over just now, and nothing is known to be wrong.
    bool renews = false;

    /// `resume`: the token of a page that is gone.
    void start(Turn& turn, protocol::Join wanted);
    /// Leaves properly where it is joined.
    void stop(Turn& turn);

    /// A result of another socket is stale.
    [[nodiscard]] bool is_current(SocketId other) const;

    void opened(Turn& turn);
    /// Any socket closed by itself.
    void closed(SocketId other);
    /// The current socket closed by itself.
    void lost(Turn& turn);
    /// The socket is of no use: closes it.
    void give_up(Turn& turn);
    void joined(Turn& turn);
    /// Whether the answer to `join` gives the former place back, with nothing missing: what was
    /// under way with the peers goes on. Otherwise it begins anew.
    [[nodiscard]] bool welcomed(Turn& turn, const protocol::Welcome& message);
    /// A `welcome` to a place where this page cannot go on, because it was that of a page before,
    /// or because more got lost than is kept: leaves it and joins anew, so that the peers begin
    /// anew as well. False otherwise.
    [[nodiscard]] bool reclaim(Turn& turn, const protocol::Welcome& message);
    /// Before each message is looked at. False where it is to be ignored.
    [[nodiscard]] bool takes(const protocol::ServerMessage& message);
    /// Tries at once where it was waiting.
    void retry(Turn& turn);
    /// The same, and an attempt that is under way is made anew: its address may be void.
    void retry_anew(Turn& turn);
    /// Takes its own place over with a new socket. The one there is may lead nowhere, and no
    /// browser tells: where an address changes, a TCP connection just falls silent. False where it
    /// is not joined or has no place to take over.
    bool renew(Turn& turn);
    /// The timer CountDown.
    void count_down(Turn& turn);

    /// To one peer. While the place is kept it waits; otherwise it is lost when not joined.
    void send(Turn& turn, protocol::SignalKind kind, protocol::RawJson payload, const UserId& to);

private:
    void begin_anew(const std::string& token);
    void connect(Turn& turn);
    void close_former(Turn& turn);
    void wait(Turn& turn);
};

}  // namespace malgil::call
