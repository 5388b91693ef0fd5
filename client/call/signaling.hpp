#pragma once

#include "client/call/ids.hpp"
#include "server/protocol/messages.hpp"

#include <cstdint>
#include <optional>
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

/// An attempt to connect, or to join, that got no answer for so long is given up.
inline constexpr Milliseconds attempt_patience{10'000};

/// How long to wait before the next attempt, after so many failures in a row (1 or more):
/// exponential, capped, and anywhere below that, so that the clients of a server that comes back do
/// not all knock at once. 1 ms to 15 s.
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
    /// The membership that is kept up. No value: idle.
    std::optional<protocol::Join> membership;

    void start(Turn& turn, protocol::Join wanted);
    /// Leaves properly where it is joined.
    void stop(Turn& turn);

    /// A result of another socket is stale.
    [[nodiscard]] bool is_current(SocketId other) const;

    void opened(Turn& turn);
    /// The socket closed by itself.
    void lost(Turn& turn);
    /// The socket is of no use: closes it.
    void give_up(Turn& turn);
    void joined(Turn& turn);
    /// Tries at once where it was waiting.
    void retry(Turn& turn);
    /// The timer CountDown.
    void count_down(Turn& turn);

    /// To one peer. Lost when not joined.
    void send(Turn& turn, protocol::SignalKind kind, protocol::RawJson payload,
              const UserId& to) const;

private:
    void connect(Turn& turn);
    void wait(Turn& turn);
};

}  // namespace malgil::call
