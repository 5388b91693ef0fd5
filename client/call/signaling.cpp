#include "client/call/signaling.hpp"

#include "client/call/turn.hpp"

#include <algorithm>
#include <utility>

namespace malgil::call {
namespace {

constexpr Milliseconds back_off_base{1000};
constexpr Milliseconds back_off_cap{15'000};
constexpr Milliseconds second{1000};

}  // namespace

Milliseconds back_off_delay(int failures, std::uint64_t random) {
    auto window = back_off_base;
    for (int failure = 1; failure < failures && window < back_off_cap; ++failure)
        window *= 2;
    window = std::min(window, back_off_cap);
    const auto choices = static_cast<std::uint64_t>(window.count());
    return Milliseconds{static_cast<Milliseconds::rep>(1 + random % choices)};
}

void Signaling::start(Turn& turn, protocol::Join wanted) {
    membership = std::move(wanted);
    failures = 0;
    connect(turn);
}

void Signaling::stop(Turn& turn) {
    if (state == SignalingState::joined && membership)
        turn.emit(SendMessage{
            .socket = socket,
            .message = protocol::Quit{.channel = membership->channel, .user = membership->user}});
    if (state != SignalingState::idle && state != SignalingState::waiting)
        turn.emit(CloseSocket{socket});
    turn.stop(AttemptOverdue{});
    turn.stop(CountDown{});
    *this = Signaling{};
}

bool Signaling::is_current(SocketId other) const {
    return state != SignalingState::idle && state != SignalingState::waiting && socket == other;
}

void Signaling::opened(Turn& turn) {
    if (state != SignalingState::connecting || !membership)
        return;
    state = SignalingState::joining;
    turn.emit(SendMessage{.socket = socket, .message = *membership});
    turn.start(AttemptOverdue{}, attempt_patience);
}

void Signaling::lost(Turn& turn) {
    turn.stop(AttemptOverdue{});
    wait(turn);
}

void Signaling::give_up(Turn& turn) {
    turn.emit(CloseSocket{socket});
    lost(turn);
}

void Signaling::joined(Turn& turn) {
    state = SignalingState::joined;
    failures = 0;
    turn.stop(AttemptOverdue{});
}

void Signaling::retry(Turn& turn) {
    if (state == SignalingState::waiting)
        connect(turn);
}

void Signaling::count_down(Turn& turn) {
    if (state != SignalingState::waiting)
        return;
    // By the clock, not by counting: the browser slows down the timers of a page in the background.
    const auto left = next_attempt - turn.moment.now;
    if (left <= Milliseconds::zero()) {
        connect(turn);
        return;
    }
    const auto whole_seconds = (left + second - Milliseconds{1}) / second;
    seconds_left = static_cast<int>(whole_seconds);
    turn.start(CountDown{}, left - second * (whole_seconds - 1));
}

void Signaling::send(Turn& turn, protocol::SignalKind kind, protocol::RawJson payload,
                     const UserId& to) const {
    if (state != SignalingState::joined || !membership)
        return;
    turn.emit(SendMessage{.socket = socket,
                          .message = protocol::SendSignal{.kind = kind,
                                                          .channel = membership->channel,
                                                          .user = membership->user,
                                                          .payload = std::move(payload),
                                                          .to = to}});
}

void Signaling::connect(Turn& turn) {
    state = SignalingState::connecting;
    socket = turn.next_id<SocketId>();
    seconds_left = 0;
    turn.stop(CountDown{});
    turn.emit(OpenSocket{socket});
    turn.start(AttemptOverdue{}, attempt_patience);
}

void Signaling::wait(Turn& turn) {
    state = SignalingState::waiting;
    failures = std::min(failures + 1, 1000);
    next_attempt = turn.moment.now + back_off_delay(failures, turn.moment.random);
    count_down(turn);
}

}  // namespace malgil::call
