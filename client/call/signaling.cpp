#include "client/call/signaling.hpp"

#include "client/call/turn.hpp"

#include <algorithm>
#include <utility>

namespace malgil::call {
namespace {

constexpr Milliseconds back_off_base{1000};
constexpr Milliseconds back_off_cap{4'000};
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
    reclaims = wanted.resume.has_value();
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
    close_former(turn);
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
    if (!reclaims)
        membership->received = membership->resume ? std::optional(received) : std::nullopt;
    turn.emit(SendMessage{.socket = socket, .message = *membership});
    turn.start(AttemptOverdue{}, attempt_patience);
}

void Signaling::closed(SocketId other) {
    if (former == other)
        former.reset();
}

void Signaling::lost(Turn& turn) {
    renews = false;
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
    renews = false;
    close_former(turn);
    turn.stop(AttemptOverdue{});
}

bool Signaling::welcomed(Turn& turn, const protocol::Welcome& message) {
    if (!membership || membership->resume != message.resume) {
        begin_anew(message.resume);
        return false;
    }
    for (auto signal = outgoing.end() - static_cast<std::ptrdiff_t>(sent - message.received);
         signal != outgoing.end(); ++signal)
        turn.emit(SendMessage{.socket = socket, .message = *signal});
    return true;
}

bool Signaling::reclaim(Turn& turn, const protocol::Welcome& message) {
    const bool same = membership && membership->resume == message.resume;
    const bool missing = message.received > sent || sent - message.received > outgoing.size();
    reclaims = same && (reclaims || missing);
    if (!reclaims)
        return false;
    membership->resume.reset();
    turn.emit(SendMessage{
        .socket = socket,
        .message = protocol::Quit{.channel = membership->channel, .user = membership->user}});
    turn.emit(SendMessage{.socket = socket, .message = *membership});
    return true;
}

bool Signaling::takes(const protocol::ServerMessage& message) {
    if (reclaims && !std::holds_alternative<protocol::Welcome>(message) &&
        !std::holds_alternative<protocol::Error>(message))
        return false;
    if (protocol::is_numbered(message))
        ++received;
    return true;
}

void Signaling::retry(Turn& turn) {
    if (state == SignalingState::waiting)
        connect(turn);
}

void Signaling::retry_anew(Turn& turn) {
    if (state == SignalingState::connecting)
        turn.emit(CloseSocket{socket});
    if (state == SignalingState::connecting || state == SignalingState::waiting)
        connect(turn);
}

bool Signaling::renew(Turn& turn) {
    if (state != SignalingState::joined || !membership || !membership->resume)
        return false;
    former = socket;
    renews = true;
    connect(turn);
    return true;
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
                     const UserId& to) {
    if (!membership || (state != SignalingState::joined && !membership->resume))
        return;
    protocol::SendSignal signal{.kind = kind,
                                .channel = membership->channel,
                                .user = membership->user,
                                .payload = std::move(payload),
                                .to = to};
    if (membership->resume) {
        ++sent;
        outgoing.push_back(signal);
        if (outgoing.size() > max_outgoing)
            outgoing.pop_front();
    }
    if (state == SignalingState::joined)
        turn.emit(SendMessage{.socket = socket, .message = std::move(signal)});
}

void Signaling::begin_anew(const std::string& token) {
    received = 0;
    sent = 0;
    outgoing.clear();
    if (membership)
        membership->resume = token.empty() ? std::nullopt : std::optional(token);
}

void Signaling::connect(Turn& turn) {
    state = SignalingState::connecting;
    socket = turn.next_id<SocketId>();
    seconds_left = 0;
    turn.stop(CountDown{});
    turn.emit(OpenSocket{socket});
    turn.start(AttemptOverdue{}, attempt_patience);
}

void Signaling::close_former(Turn& turn) {
    if (former)
        turn.emit(CloseSocket{*former});
    former.reset();
}

void Signaling::wait(Turn& turn) {
    state = SignalingState::waiting;
    failures = std::min(failures + 1, 1000);
    next_attempt = turn.moment.now + back_off_delay(failures, turn.moment.random);
    count_down(turn);
}

}  // namespace malgil::call
