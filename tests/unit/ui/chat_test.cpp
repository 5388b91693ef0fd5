#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace malgil;
using call::Delivery;
using frame::Role;
using test::message;
using test::only;
using test::Page;

namespace {

Page& with_messages(Page& page, int count) {
    page.state = test::in_call({"bob"});
    for (int i = 0; i < count; ++i)
        page.state.chat.messages.push_back(message("bob", "message " + std::to_string(i)));
    page.settle();
    return page;
}

frame::Rect rect_of(const Page& page, std::string_view text) {
    return page.node(Role::text, text).rect;
}

bool shows(const Page& page, std::string_view text) {
    const auto& nodes = page.recorder().nodes();
    const auto log = std::ranges::find(nodes, Role::log, &frame::Node::role);
    REQUIRE(log != nodes.end());
    const frame::Rect rect = rect_of(page, text);
    return rect.y >= log->rect.y && rect.y + rect.height <= log->rect.y + log->rect.height;
}

}  // namespace

TEST_CASE("the message is sent by Send and by Enter, and leaves the field") {
    const bool korean = GENERATE(false, true);
    const bool by_enter = GENERATE(false, true);
    Page page;
    page.state = test::in_call({"bob"});
    page.state.language = korean ? call::Language::korean : call::Language::english;
    page.ui.message = "안녕하세요 👋🏽";
    page.settle();

    const auto intents = by_enter ? page.enter(korean ? "메시지" : "Message")
                                  : page.click(Role::button, korean ? "보내기" : "Send");
    const auto* const sent = only<call::SendText>(intents);
    REQUIRE(sent != nullptr);
    CHECK(sent->text == "안녕하세요 👋🏽");
    CHECK(page.ui.message.empty());
    page.draw();
    CHECK(page.field(korean ? "메시지" : "Message").focus);
}

TEST_CASE("nothing is sent while nobody can receive, and the field says why") {
    Page page;
    page.state = test::in_call({"bob"});
    page.state.roster[0].channel_open = false;
    page.ui.message = "hello";
    page.settle();

    CHECK(page.node(Role::button, "Send").disabled);
    CHECK(page.node(Role::button, "Send").description ==
          "You can write as soon as somebody is connected.");
    CHECK(page.click(Role::button, "Send").empty());
    CHECK(page.tap(Role::button, "Send").empty());
    CHECK(page.enter("Message").empty());
    CHECK(page.ui.message == "hello");
    CHECK(page.field("Message").description == "You can write as soon as somebody is connected.");
}

TEST_CASE("a blank message is not sent") {
    Page page;
    page.state = test::in_call({"bob"});
    page.ui.message = " \n ";
    page.settle();
    CHECK_FALSE(page.node(Role::button, "Send").disabled);
    CHECK(page.enter("Message").empty());
}

TEST_CASE("the transcript is a log with one child per message: its author and its exact text") {
    Page page;
    page.state = test::in_call({"bob"});
    page.around.shape = [](std::string_view) { return std::string("shaped"); };
    page.state.chat.messages.push_back(
        message("bob", "안녕하세요", call::Milliseconds{(10 * 60 + 2) * 60'000}));
    page.state.chat.messages.push_back(message("", "hello"));
    page.settle();

    const auto inside = page.children_of(Role::log);
    REQUIRE(inside.size() == 4);
    CHECK(inside[0].role == Role::group);
    CHECK(inside[0].name == "bob, 10:02");
    CHECK(inside[1].name == "안녕하세요");
    CHECK(inside[1].depth == inside[0].depth + 1);
    CHECK(inside[1].selectable);
    CHECK(inside[1].font_size == 15);
    CHECK(inside[2].name == "You, 00:00");
    CHECK(inside[3].name == "hello");
}

TEST_CASE("how far one's own message came is told in words, too") {
    Page page;
    page.state = test::in_call({"bob"});
    page.state.chat.messages.push_back(message("", "hello"));
    const auto told = [&](Delivery delivery) {
        page.state.chat.messages[0].delivery = delivery;
        page.settle();
        return page.children_of(Role::log)[0].description;
    };
    CHECK(told(Delivery::pending) == "Being delivered");
    CHECK(told(Delivery::delivered) == "Delivered");
    CHECK(told(Delivery::failed) == "Not delivered: the receiver has left");
}

TEST_CASE("at its end the transcript follows new messages in the same frame") {
    Page page;
    with_messages(page, 60);
    CHECK(shows(page, "message 59"));
    CHECK_FALSE(shows(page, "message 0"));

    page.state.chat.messages.push_back(message("bob", "the newest"));
    page.draw();
    CHECK(shows(page, "the newest"));
}

TEST_CASE("scrolled back, the transcript stays where it is") {
    Page page;
    with_messages(page, 60);
    const frame::Rect log = page.node(Role::log, "Chat").rect;
    page.scroll({log.x + 20, log.y + 20}, 20);
    page.settle();
    REQUIRE_FALSE(shows(page, "message 59"));
    const float before = rect_of(page, "message 30").y;

    page.state.chat.messages.push_back(message("bob", "the newest"));
    page.settle();
    CHECK_FALSE(shows(page, "the newest"));
    CHECK(rect_of(page, "message 30").y == before);

    page.scroll({log.x + 20, log.y + 20}, -100);
    page.settle();
    CHECK(shows(page, "the newest"));
}

TEST_CASE("the chat opens and closes; what came in meanwhile is marked as unread") {
    Page page(GENERATE(ImVec2(1280, 800), ImVec2(390, 844)));
    page.state = test::in_call({"bob"});
    page.ui.panel = ui::Panel::chat;
    page.settle();
    CHECK(page.node(Role::button, "Chat").pressed == true);

    page.click(Role::button, "Close chat");
    page.settle();
    CHECK(page.recorder().text_fields().empty());
    CHECK(page.node(Role::button, "Chat").pressed == false);
    CHECK(page.node(Role::button, "Chat").description.empty());

    page.state.chat.messages.push_back(message("bob", "hello"));
    page.draw();
    CHECK(page.node(Role::button, "Chat").description == "Unread messages: 1");

    page.click(Role::button, "Chat");
    page.settle();
    CHECK(page.node(Role::text, "hello").selectable);
    CHECK(page.node(Role::button, "Chat").description.empty());

    page.click(Role::button, "Close chat");
    page.settle();
    CHECK(page.node(Role::button, "Chat").description.empty());
}

TEST_CASE("on a narrow page the chat waits until it is asked for") {
    Page page({390, 844});
    page.state = test::in_call({"bob"});
    page.settle();
    CHECK(page.recorder().text_fields().empty());
    page.resize({1280, 800});
    page.settle();
    CHECK(page.recorder().text_fields().size() == 1);
}

TEST_CASE("the message field grows with the text, up to four lines") {
    Page page;
    page.state = test::in_call({"bob"});
    page.settle();
    const float one = page.field("Message").rect.height;
    page.ui.message = "1\n2\n3";
    page.settle();
    const float three = page.field("Message").rect.height;
    page.ui.message = "1\n2\n3\n4\n5\n6\n7\n8";
    page.settle();
    const float eight = page.field("Message").rect.height;
    CHECK(one < three);
    CHECK(three < eight);
    page.ui.message += "\n9\n10";
    page.settle();
    CHECK(page.field("Message").rect.height == eight);
}
