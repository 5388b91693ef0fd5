#pragma once

#include "client/call/ids.hpp"
#include "client/call/media.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace malgil::call {

struct Turn;

/// Each kind has a sentence in every language (assets/translations: `notice_<kind>`).
enum class NoticeKind {
    // camera and microphone; way on: Try again, or go on without
    media_refused,
    camera_refused,
    microphone_refused,
    no_devices,
    no_camera,
    no_microphone,
    camera_in_use,
    microphone_in_use,
    media_failed,
    device_lost,
    device_replaced,    // `detail` is the name of the one that is used now
    device_returned,    // the same
    device_not_opened,  // another one was chosen; the former goes on
    camera_unable,      // to do what was chosen; it goes on as it was
    microphone_unable,
    speaker_lost,
    speaker_failed,
    insecure_context,
    // the browser
    no_webrtc,
    playback_blocked,  // way on: a tap
    // the server
    server_away,  // shows State::signaling's count-down; way on: Try now
    server_back,
    user_id_taken,
    channel_full,
    server_full,
    server_refused,  // any other error; `detail` is the server's sentence
    // the others
    peer_joined,
    peer_left,
    peer_unreachable,
    call_heavy,
    no_relay,  // and one's own address is to be hidden
    hand_raised,
    muted_speech,  // one speaks while muted
    // one's own screen
    screen_not_shared,  // the browser's dialogue was cancelled, or the person may not
    screen_failed,
    screen_ended,
    // what was measured, for a bug report
    statistics_copied,
    statistics_not_copied,
};

enum class Severity {
    status,  // comes in at the top and goes by itself
    alert,   // stays until it is answered or its reason is gone
};

struct Notice {
    NoticeId id;
    NoticeKind kind;
    Severity severity = Severity::status;
    /// The user ID it speaks of, or the server's sentence; empty where there is none.
    std::string detail;

    friend bool operator==(const Notice&, const Notice&) = default;
};

/// The notices that show now, oldest first.
using Notices = std::vector<Notice>;

/// How long a status shows.
inline constexpr Milliseconds notice_duration{6000};

/// At most so many at a time: the oldest go, a status before an alert.
inline constexpr std::size_t max_notices = 12;

[[nodiscard]] Severity severity_of(NoticeKind kind);

/// Shows a notice; one of the same kind and detail that shows already gives way to it.
void show(Notices& notices, Turn& turn, NoticeKind kind, std::string detail = {});

/// Its reason is gone: every notice of that kind, or the one with that detail.
void withdraw(Notices& notices, Turn& turn, NoticeKind kind);
void withdraw(Notices& notices, Turn& turn, NoticeKind kind, const std::string& detail);

/// The person answered it, or its time is over. Nothing where it is gone already.
void dismiss(Notices& notices, Turn& turn, NoticeId notice);

}  // namespace malgil::call
