#include "client/call/chat.hpp"

#include "client/call/chat_codec.hpp"
#include "tests/unit/call/print.hpp"
#include "tests/unit/call/turn_fixture.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

namespace malgil::call {
namespace {

const UserId bob = *UserId::parse("bob");
const UserId chae = *UserId::parse("chae");
const ChatPeer to_bob{.user = bob, .connection = ConnectionId{1}};
const ChatPeer to_chae{.user = chae, .connection = ConnectionId{2}};

class ChatTest : test::TurnFixture {
public:
    Effects send(std::string_view text, const std::vector<ChatPeer>& peers) {
        return in_turn([&](Turn& turn) { chat.send(turn, text, peers); });
    }

    Effects receive(const ChatPeer& peer, std::string_view data) {
        return in_turn([&](Turn& turn) { chat.received(turn, peer, data); });
    }

    Effects open(const ChatPeer& peer) {
        return in_turn([&](Turn& turn) { chat.channel_opened(turn, peer); });
    }

    Effects acknowledge(const ChatPeer& peer, std::uint32_t id) {
        return receive(peer, chat_codec::write_acknowledgement(std::to_string(id)));
    }

    [[nodiscard]] const ChatMessage& last() const { return chat.messages.back(); }

    Chat chat;
};

TEST_CASE_METHOD(ChatTest, "a text is pending until everybody has acknowledged it") {
    const auto effects = send("hello", {to_bob, to_chae});
    const auto id = last().id;
    CHECK(effects == Effects{SendOnChannel{.connection = to_bob.connection,
                                           .data = chat_codec::write_text(id, "hello")},
                             SendOnChannel{.connection = to_chae.connection,
                                           .data = chat_codec::write_text(id, "hello")}});
    CHECK(last().delivery == Delivery::pending);
    acknowledge(to_bob, id);
    CHECK(last().delivery == Delivery::pending);
    acknowledge(to_chae, id);
    CHECK(last().delivery == Delivery::delivered);
    CHECK(last().at.count() == 1'700'000'000'000);
}

TEST_CASE_METHOD(ChatTest,
                 "an acknowledgement of somebody else, or of something else, counts nothing") {
    send("hello", {to_bob});
    acknowledge(to_chae, last().id);
    acknowledge(to_bob, last().id + 1);
    CHECK(last().delivery == Delivery::pending);
}

TEST_CASE_METHOD(ChatTest,
                 "a text is without white space at its end, and never empty or too long") {
    CHECK(send(" \n\u3000", {to_bob}).empty());
    CHECK(send(std::string(max_text_bytes + 1, 'x'), {to_bob}).empty());
    CHECK(send("hello", {}).empty());
    CHECK(chat.messages.empty());
    send("  hello \n", {to_bob});
    CHECK(last().text == "  hello");
    send(std::string(max_text_bytes, 'x') + "\n", {to_bob});
    CHECK(last().text.size() == max_text_bytes);
}

TEST_CASE_METHOD(ChatTest, "whoever leaves is waited for no longer") {
    send("hello", {to_bob, to_chae});
    SECTION("somebody got it") {
        acknowledge(to_bob, last().id);
        chat.left(chae);
        CHECK(last().delivery == Delivery::delivered);
    }
    SECTION("nobody got it") {
        chat.left(chae);
        CHECK(last().delivery == Delivery::pending);
        chat.left(bob);
        CHECK(last().delivery == Delivery::failed);
    }
}

TEST_CASE_METHOD(ChatTest, "what a peer has not acknowledged is sent again on its new channel") {
    send("one", {to_bob, to_chae});
    const auto first = last().id;
    send("two", {to_bob});
    acknowledge(to_bob, first);
    const ChatPeer anew{.user = bob, .connection = ConnectionId{9}};
    CHECK(open(anew) == Effects{SendOnChannel{.connection = ConnectionId{9},
                                              .data = chat_codec::write_text(last().id, "two")}});
}

TEST_CASE_METHOD(ChatTest, "a text that comes in is shown and acknowledged") {
    CHECK(receive(to_bob, R"({"type":"text","id":"x1","text":"안녕하세요"})") ==
          Effects{SendOnChannel{.connection = to_bob.connection,
                                .data = R"({"type":"ack","id":"x1"})"}});
    REQUIRE(chat.messages.size() == 1);
    CHECK(last().from == bob);
    CHECK(last().text == "안녕하세요");
    CHECK(last().id == 0);
}

TEST_CASE_METHOD(ChatTest, "a text that comes twice is shown once and acknowledged twice") {
    const auto* const frame = R"({"type":"text","id":1,"text":"hello"})";
    CHECK(receive(to_bob, frame).size() == 1);
    CHECK(receive(to_bob, frame).size() == 1);
    CHECK(chat.messages.size() == 1);
    receive(to_chae, frame);
    CHECK(chat.messages.size() == 2);
}

TEST_CASE_METHOD(ChatTest, "a peer that left and is back may count from 1 again") {
    receive(to_bob, R"({"type":"text","id":1,"text":"before"})");
    chat.left(bob);
    receive(to_bob, R"({"type":"text","id":1,"text":"after"})");
    CHECK(chat.messages.size() == 2);
}

TEST_CASE_METHOD(ChatTest, "plain text is shown; what is empty or unknown is not") {
    CHECK(receive(to_bob, "hello").empty());
    CHECK(last().text == "hello");
    CHECK(receive(to_bob, " ").empty());
    CHECK(receive(to_bob, R"({"type":"typing"})").empty());
    CHECK(receive(to_bob, R"({"type":"text","id":5})").size() == 1);
    CHECK(chat.messages.size() == 1);
}

TEST_CASE_METHOD(ChatTest, "the history, and a single text in it, are bounded") {
    for (std::size_t count = 0; count < max_messages + 10; ++count)
        receive(to_bob, R"({"type":"text","id":)" + std::to_string(count) + R"(,"text":")" +
                            std::to_string(count) + "\"}");
    CHECK(chat.messages.size() == max_messages);
    CHECK(chat.messages.front().text == "10");
    CHECK(chat.seen.size() <= max_messages);
    receive(to_bob, std::string(max_text_bytes - 1, 'x') + "한");
    CHECK(last().text == std::string(max_text_bytes - 1, 'x') + "…");
}

}  // namespace
}  // namespace malgil::call
