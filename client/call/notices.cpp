#include "client/call/notices.hpp"

#include "client/call/turn.hpp"

#include <algorithm>
#include <utility>

namespace malgil::call {
namespace {

template <class Predicate>
void remove_if(Notices& notices, Turn& turn, Predicate is_gone) {
    std::erase_if(notices, [&](const Notice& notice) {
        if (!is_gone(notice))
            return false;
        turn.stop(NoticeOver{notice.id});
        return true;
    });
}

void make_room(Notices& notices, Turn& turn) {
    if (notices.size() < max_notices)
        return;
    const auto status = std::ranges::find(notices, Severity::status, &Notice::severity);
    const auto victim = status != notices.end() ? status : notices.begin();
    dismiss(notices, turn, victim->id);
}

}  // namespace

Severity severity_of(NoticeKind kind) {
    switch (kind) {
        case NoticeKind::server_back:
        case NoticeKind::peer_joined:
        case NoticeKind::peer_left:
        case NoticeKind::call_heavy:
        case NoticeKind::hand_raised:
        case NoticeKind::muted_speech:
        case NoticeKind::device_replaced:
        case NoticeKind::device_returned:
        case NoticeKind::device_not_opened:
        case NoticeKind::camera_unable:
        case NoticeKind::microphone_unable:
        case NoticeKind::speaker_lost:
        case NoticeKind::speaker_failed:
        case NoticeKind::screen_not_shared:
        case NoticeKind::screen_ended:
        case NoticeKind::statistics_copied:
            return Severity::status;
        default:
            return Severity::alert;
    }
}

void show(Notices& notices, Turn& turn, NoticeKind kind, std::string detail) {
    withdraw(notices, turn, kind, detail);
    make_room(notices, turn);
    const auto id = turn.next_id<NoticeId>();
    const auto severity = severity_of(kind);
    notices.push_back({.id = id, .kind = kind, .severity = severity, .detail = std::move(detail)});
    if (severity == Severity::status)
        turn.start(NoticeOver{id}, notice_duration);
}

void withdraw(Notices& notices, Turn& turn, NoticeKind kind) {
    remove_if(notices, turn, [&](const Notice& notice) { return notice.kind == kind; });
}

void withdraw(Notices& notices, Turn& turn, NoticeKind kind, const std::string& detail) {
    remove_if(notices, turn,
              [&](const Notice& notice) { return notice.kind == kind && notice.detail == detail; });
}

void dismiss(Notices& notices, Turn& turn, NoticeId notice) {
    remove_if(notices, turn, [&](const Notice& shown) { return shown.id == notice; });
}

}  // namespace malgil::call
