#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <random>

namespace malgil::test {
namespace {

using call::Delivery;
using namespace std::chrono_literals;

void say(World& world, const std::string& name, const std::string& text) {
    world.post(name, call::Intent(call::SendText{text}));
}

std::vector<std::string> texts(World& world, const std::string& name) {
    std::vector<std::string> found;
    for (const auto& message : world.state(name).chat.messages)
        found.push_back(message.text);
    return found;
}

TEST_CASE("nothing can be sent as long as nobody can receive it") {
    auto world = call_of({"alice"});
    CHECK_FALSE(world.state("alice").can_send_text());
    say(world, "alice", "hello");
    CHECK(texts(world, "alice").empty());
}

TEST_CASE("texts reach everybody, in order, and say so") {
    auto world = call_of({"alice", "bob", "chae"});
    CHECK(world.state("alice").can_send_text());
    say(world, "alice", "안녕하세요");
    say(world, "alice", "👋🏽");
    CHECK(world.state("alice").chat.messages[0].delivery == Delivery::pending);
    world.settle();
    for (const auto* name : {"alice", "bob", "chae"})
        CHECK(texts(world, name) == std::vector<std::string>{"안녕하세요", "👋🏽"});
    CHECK(world.state("alice").chat.messages[0].delivery == Delivery::delivered);
    CHECK(world.state("alice").chat.messages[1].delivery == Delivery::delivered);
    CHECK(world.violations().empty());
}

TEST_CASE("a text that the others leave before fails") {
    auto world = call_of({"alice", "bob"});
    say(world, "alice", "hello?");
    world.page("alice").texts.clear();  // it is lost with the connection
    world.post("bob", call::Intent(call::HangUp{}));
    world.settle();
    CHECK(world.state("alice").chat.messages[0].delivery == Delivery::failed);
    CHECK_FALSE(world.state("alice").can_send_text());
}

TEST_CASE("a text that was lost with a connection is sent again on the next one, and shown once") {
    const bool lost = GENERATE(false, true);
    auto world = call_of({"alice", "bob"});
    // given: the text is lost, or its acknowledgement is
    say(world, "alice", "hello");
    if (lost)
        world.page("alice").texts.clear();
    std::mt19937_64 random(1);
    world.step(random);
    world.page("bob").texts.clear();
    REQUIRE(world.state("alice").chat.messages[0].delivery == Delivery::pending);
    // when: a new connection takes the place of the former
    world.cut("alice", "bob");
    world.wait(12s);
    world.mend("alice", "bob");
    world.settle();
    // then
    REQUIRE(world.connected("alice", "bob"));
    CHECK(world.page("alice").count<call::OpenConnection>() == 2);
    CHECK(texts(world, "bob") == std::vector<std::string>{"hello"});
    CHECK(world.state("alice").chat.messages[0].delivery == Delivery::delivered);
    CHECK(world.violations().empty());
}

TEST_CASE("what is written while a connection is made anew arrives in its place") {
    auto world = call_of({"alice", "bob", "chae"});
    say(world, "alice", "before");
    world.page("alice").texts.clear();  // it is lost with the connection
    world.post("alice",
               call::ConnectionStateChanged{.connection = world.peer("alice", "bob").connection,
                                            .state = call::ConnectionState::failed,
                                            .by_dtls = true});
    CHECK_FALSE(world.peer("alice", "bob").channel_open);
    CHECK(world.state("alice").can_send_text());
    say(world, "alice", "between");
    world.settle();
    say(world, "alice", "after");
    world.settle();
    CHECK(texts(world, "bob") == std::vector<std::string>{"before", "between", "after"});
    for (const auto& message : world.state("alice").chat.messages)
        CHECK(message.delivery != Delivery::failed);
}

TEST_CASE("a text for somebody who does not come back fails") {
    auto world = call_of({"alice", "bob"});
    world.cut("alice", "bob");
    world.wait(12s);
    REQUIRE_FALSE(world.peer("alice", "bob").channel_open);
    say(world, "alice", "are you there?");
    CHECK(world.state("alice").chat.messages[0].delivery == Delivery::pending);
    world.post("bob", call::Intent(call::HangUp{}));
    world.settle();
    CHECK(world.state("alice").chat.messages[0].delivery == Delivery::failed);
}

TEST_CASE("a text reaches the others while the server is away") {
    auto world = call_of({"alice", "bob"});
    world.stop_server();
    say(world, "bob", "still here");
    world.settle();
    CHECK(texts(world, "alice") == std::vector<std::string>{"still here"});
    CHECK(world.state("bob").chat.messages[0].delivery == Delivery::delivered);
}

}  // namespace
}  // namespace malgil::test
