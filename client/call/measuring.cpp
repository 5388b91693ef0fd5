#include "client/call/measuring.hpp"

#include "client/call/handlers.hpp"
#include "client/call/notices.hpp"
#include "client/call/state_codec.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace malgil::call {
namespace {

constexpr Milliseconds watched_interval{1000};
constexpr Milliseconds usual_interval{2000};
constexpr std::ptrdiff_t usual_connections = 3;

constexpr int samples_until_busy = 2;
constexpr int samples_until_free = 4;

Milliseconds measuring_interval(std::ptrdiff_t connections) {
    return usual_interval * std::max(connections, usual_connections) / usual_connections;
}

bool is_connected(const Peer& peer) {
    return peer.state == ConnectionState::connected;
}

/// Nobody else can know: the peer sees only that little comes.
void tell_limit(Turn& turn, Peer& peer) {
    PeerPath& path = peer.path;
    const auto& latest = path.statistics.latest;
    const bool busy = latest && latest->limited == LimitedBy::cpu;
    if (busy == path.told_busy) {
        path.otherwise = 0;
        return;
    }
    ++path.otherwise;
    if (path.otherwise < (busy ? samples_until_busy : samples_until_free) || !peer.channel_open ||
        peer.protocol == 0)
        return;
    path.told_busy = busy;
    path.otherwise = 0;
    turn.emit(SendState{.connection = peer.connection,
                        .data = state_codec::write(SenderLimit{.cpu = busy})});
}

}  // namespace

void keep_measuring(State& state, Turn& turn) {
    const auto connected = std::ranges::count_if(state.roster, is_connected);
    if (connected == 0)
        turn.stop(MeasureDue{});
    else if (!turn.timers.runs(MeasureDue{}))
        turn.start(MeasureDue{},
                   state.watches_statistics ? watched_interval : measuring_interval(connected));
}

void measure_all(const State& state, Turn& turn) {
    for (const Peer& peer : state.roster)
        if (is_connected(peer))
            turn.emit(MeasureConnection{peer.connection});
}

void watch(State& state, Turn& turn, bool on) {
    if (std::exchange(state.watches_statistics, on) == on || !on)
        return;
    turn.stop(MeasureDue{});
    measure_all(state, turn);
}

void limit_received(State& state, Peer& peer, const SenderLimit& limit) {
    state.unseen = true;  // it shows with the next samples
    peer.path.their_computer_is_busy = limit.cpu;
}

void handle(State& state, Turn& turn, const ConnectionMeasured& event) {
    state.unseen = true;
    auto* const peer = state.find_peer(event.connection);
    if (peer == nullptr || !is_connected(*peer))
        return;
    PeerPath& path = peer->path;
    if (!path.statistics.add(turn.moment.now, event.measurement))
        return;
    tell_limit(turn, *peer);
    bool changed = false;
    if (turn.moment.now - peer->connected >= settling) {
        path.limit.observe(turn.moment.now, path.statistics, path.wanted);
        changed = path.mark.judge(
            assess(path.statistics, path.their_computer_is_busy, path.wanted.max_bitrate));
    }
    state.unseen = !changed && !state.watches_statistics;
}

void handle(State& state, Turn& turn, const TextCopied& event) {
    withdraw(state.notices, turn, NoticeKind::statistics_copied);
    withdraw(state.notices, turn, NoticeKind::statistics_not_copied);
    show(state.notices, turn,
         event.copied ? NoticeKind::statistics_copied : NoticeKind::statistics_not_copied);
}

}  // namespace malgil::call
