#include "client/ui/texts.hpp"
#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace malgil;
using call::NoticeKind;
using call::Severity;
using frame::Role;
using test::only;
using test::Page;

TEST_CASE("every kind of notice has its sentence and a way on, in the lobby and in a call") {
    const NoticeKind kind = GENERATE(from_range(test::notice_kinds()));
    const auto language = GENERATE(call::Language::english, call::Language::korean);
    const Severity severity = GENERATE(Severity::status, Severity::alert);
    const bool in_call = GENERATE(false, true);

    Page page;
    page.state = in_call ? test::in_call({"chae"}) : test::in_lobby();
    page.state.language = language;
    test::give_notice(page.state, kind, severity, "bob");
    page.settle();

    const ui::Texts texts(language);
    CHECK(page.says(severity == Severity::alert ? Role::alert : Role::status,
                    texts(ui::sentence_of(kind), {{.name = "detail", .value = "bob"}})));
    const auto has = [&](ui::Text name) {
        return page.recorder().find(Role::button, texts(name)) != nullptr;
    };
    CHECK((has(ui::Text::dismiss) || has(ui::Text::try_now) || has(ui::Text::start_sound)));
}

TEST_CASE("a notice is dismissed by itself, not by its neighbour") {
    Page page;
    page.state = test::in_call({"bob"});
    test::give_notice(page.state, NoticeKind::server_away);
    test::give_notice(page.state, NoticeKind::peer_joined, Severity::status, "bob");
    page.settle();
    const auto intents = page.click(Role::button, "Dismiss");
    const auto* const dismissed = only<call::DismissNotice>(intents);
    REQUIRE(dismissed != nullptr);
    CHECK(dismissed->notice == page.state.notices[1].id);
}

TEST_CASE("a notice offers its way on") {
    Page page;
    page.state = test::in_call({"bob"});

    SECTION("camera refused: try again") {
        test::give_notice(page.state, NoticeKind::camera_refused);
        page.settle();
        CHECK(only<call::RetryCapture>(page.click(Role::button, "Try again")) != nullptr);
    }
    SECTION("server away: try now, with the count-down beside the live region") {
        page.state.signaling.state = call::SignalingState::waiting;
        page.state.signaling.seconds_left = 4;
        test::give_notice(page.state, NoticeKind::server_away);
        page.settle();
        const frame::Node& countdown = page.node(Role::text, "Next attempt in 4 s");
        CHECK(countdown.depth == 0);
        CHECK(only<call::RetryNow>(page.click(Role::button, "Try now")) != nullptr);
    }
    SECTION("sound held back: start it") {
        test::give_notice(page.state, NoticeKind::playback_blocked);
        page.settle();
        CHECK(only<call::StartPlayback>(page.click(Role::button, "Start sound")) != nullptr);
        CHECK(only<call::StartPlayback>(page.tap(Role::button, "Start sound")) != nullptr);
    }
}

TEST_CASE("the live regions stand there before anything is said") {
    Page page;
    page.state = test::in_call({"bob"});
    page.draw();
    CHECK(page.recorder().find(Role::status, "") != nullptr);
    CHECK(page.recorder().find(Role::alert, "") != nullptr);
}

TEST_CASE("where not all notices fit, alerts come first") {
    Page page({1280, 400});
    page.state = test::in_call({"bob"});
    test::give_notice(page.state, NoticeKind::peer_joined, Severity::status, "bob");
    test::give_notice(page.state, NoticeKind::peer_joined, Severity::status, "chae");
    test::give_notice(page.state, NoticeKind::server_away);
    test::give_notice(page.state, NoticeKind::camera_refused);
    page.settle();
    CHECK(page.recorder().find(Role::button, "Try now") != nullptr);
    CHECK(page.recorder().find(Role::button, "Try again") != nullptr);
    CHECK_FALSE(page.says(Role::status, "chae joined."));
}
