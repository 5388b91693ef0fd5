#include "client/call/notices.hpp"

#include "tests/unit/call/print.hpp"
#include "tests/unit/call/turn_fixture.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

namespace malgil::call {
namespace {

class NoticesTest : test::TurnFixture {
public:
    Effects say(NoticeKind kind, const std::string& detail = {}) {
        return in_turn([&](Turn& turn) { show(notices, turn, kind, detail); });
    }

    Effects put_away(NoticeId notice) {
        return in_turn([&](Turn& turn) { dismiss(notices, turn, notice); });
    }

    Effects take_back(NoticeKind kind) {
        return in_turn([&](Turn& turn) { withdraw(notices, turn, kind); });
    }

    Notices notices;
};

TEST_CASE_METHOD(NoticesTest, "a status has a timer, an alert has none") {
    const auto effects = say(NoticeKind::peer_joined, "bob");
    REQUIRE(effects.size() == 1);
    CHECK(std::get<StartTimer>(effects[0]).delay == notice_duration);
    CHECK(say(NoticeKind::user_id_taken, "alice").empty());
    CHECK(notices[0].severity == Severity::status);
    CHECK(notices[1].severity == Severity::alert);
}

TEST_CASE_METHOD(NoticesTest, "the same notice again takes the place of the former") {
    say(NoticeKind::peer_left, "bob");
    const auto former = notices[0].id;
    const auto effects = say(NoticeKind::peer_left, "bob");
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].id != former);
    CHECK(std::holds_alternative<StopTimer>(effects.front()));
    say(NoticeKind::peer_left, "chae");
    CHECK(notices.size() == 2);
}

TEST_CASE_METHOD(NoticesTest, "a notice that is answered goes, once, and its timer with it") {
    say(NoticeKind::peer_left, "bob");
    say(NoticeKind::no_webrtc);
    const auto id = notices[0].id;
    CHECK(put_away(id).size() == 1);
    CHECK(notices.size() == 1);
    CHECK(put_away(id).empty());
    CHECK(take_back(NoticeKind::no_webrtc).empty());
    CHECK(notices.empty());
}

TEST_CASE_METHOD(NoticesTest, "there are never too many; a status goes before an alert") {
    say(NoticeKind::no_webrtc);
    for (int number = 0; number < 1000; ++number)
        say(NoticeKind::peer_joined, std::to_string(number));
    CHECK(notices.size() == max_notices);
    CHECK(notices.front().kind == NoticeKind::no_webrtc);
    CHECK(notices.back().detail == "999");
    std::set<NoticeId> ids;
    for (const auto& notice : notices)
        ids.insert(notice.id);
    CHECK(ids.size() == notices.size());
}

}  // namespace
}  // namespace malgil::call
