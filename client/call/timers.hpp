#pragma once

#include "client/call/ids.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace malgil::call {

/// An attempt to connect to the server, or to join, is given up.
struct AttemptOverdue {
    friend bool operator==(const AttemptOverdue&, const AttemptOverdue&) = default;
};

/// The count-down to the next attempt goes on.
struct CountDown {
    friend bool operator==(const CountDown&, const CountDown&) = default;
};

/// A status has been shown for long enough.
struct NoticeOver {
    NoticeId notice;
    friend bool operator==(const NoticeOver&, const NoticeOver&) = default;
};

/// A peer should have been connected by now.
struct PeerOverdue {
    UserId user;
    friend bool operator==(const PeerOverdue&, const PeerOverdue&) = default;
};

/// The path to a peer has settled: it is to be seen whether it runs by an outdated relay.
struct PathDue {
    UserId user;
    friend bool operator==(const PathDue&, const PathDue&) = default;
};

/// The other side, to which it was left, should have restarted ICE by now.
struct RestartDue {
    UserId user;
    friend bool operator==(const RestartDue&, const RestartDue&) = default;
};

/// A description for a peer that cannot trickle waits no longer for candidates.
struct DescriptionDue {
    ConnectionId connection;
    friend bool operator==(const DescriptionDue&, const DescriptionDue&) = default;
};

/// A reaction was shown for long enough. No value: one's own.
struct ReactionOver {
    std::optional<UserId> user;
    friend bool operator==(const ReactionOver&, const ReactionOver&) = default;
};

/// The camera was switched off: black has reached the others, and it closes.
struct CameraCloses {
    friend bool operator==(const CameraCloses&, const CameraCloses&) = default;
};

/// The views have settled on sizes that the peers are to know.
struct SizesDue {
    friend bool operator==(const SizesDue&, const SizesDue&) = default;
};

/// The connections are to be measured.
struct MeasureDue {
    friend bool operator==(const MeasureDue&, const MeasureDue&) = default;
};

/// What the connection check waits for should have come by now.
struct CheckOverdue {
    friend bool operator==(const CheckOverdue&, const CheckOverdue&) = default;
};

/// What a timer is for.
using TimerPurpose =
    std::variant<AttemptOverdue, CountDown, NoticeOver, PeerOverdue, PathDue, RestartDue,
                 DescriptionDue, ReactionOver, CameraCloses, SizesDue, MeasureDue, CheckOverdue>;

/// The timers that run, one for each purpose at the most. A timer that is started anew has a new
/// ID, so that the end of the former one, when it is already on its way, is stale.
class Timers {
public:
    void add(TimerId timer, TimerPurpose purpose);

    /// The timer with this purpose, which runs no more. No value: none did.
    std::optional<TimerId> remove(const TimerPurpose& purpose);
    /// What the timer, which runs no more, was for. No value: it is stale.
    std::optional<TimerPurpose> remove(TimerId timer);

    [[nodiscard]] bool runs(const TimerPurpose& purpose) const;

private:
    struct Running {
        TimerId timer;
        TimerPurpose purpose;
    };

    std::vector<Running> running_;
};

}  // namespace malgil::call
