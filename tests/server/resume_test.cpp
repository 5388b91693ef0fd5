// Places that are kept: lost connections, and those that take their places over.
#include "places.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace malgil;
using namespace malgil::test;

namespace {

const std::string bob_left =
    R"({"type":"peer_left","body":{"userId":"bob","reason":"disconnected"}})";

}  // namespace

TEST_CASE("a lost connection is not seen by the others, and its place waits") {
    Places places;
    CHECK(places.token == "token 2");
    places.hub.remove(places.bob.id, LeaveReason::disconnected);
    CHECK(places.away == std::vector{places.bob.id});
    CHECK(places.alice.write().empty());
    const Line stranger(places.hub);
    places.join(stranger, "bob");
    CHECK(stranger.waiting.front().first->contains("user_id_taken"));
}

TEST_CASE("what was sent meanwhile arrives once and in order") {
    Places places;
    places.signal("written");
    (void)places.bob.write();
    places.signal("on its way");
    places.hub.remove(places.bob.id, LeaveReason::disconnected);
    places.signal("meanwhile");
    Line carol(places.hub);
    places.join(carol, "carol");

    Line again(places.hub);
    places.join(again, "bob", places.token);
    const auto lines = again.write();
    CHECK(Places::token_in(lines) == places.token);
    CHECK(lines.front().contains(R"("userId":"carol")"));
    CHECK(Places::missed(lines) ==
          Lines{Places::line("on its way"), Places::line("meanwhile"),
                R"({"type":"peer_joined","body":{"userId":"carol","protocol":1}})"});
    CHECK(places.alice.write().size() == 1);  // carol, and nothing of bob

    places.signal("after");
    CHECK(again.write() == Lines{Places::line("after")});
}

TEST_CASE("who counts what it received misses nothing that was only written") {
    Places places;
    places.signal("received");
    places.signal("written, and lost with the connection");
    (void)places.bob.write();
    places.hub.remove(places.bob.id, LeaveReason::disconnected);
    places.signal("meanwhile");

    Line again(places.hub);
    places.join(again, "bob", places.token, 1);
    CHECK(Places::missed(again.write()) ==
          Lines{Places::line("written, and lost with the connection"), Places::line("meanwhile")});
    places.hub.remove(again.id, LeaveReason::disconnected);
    Line third(places.hub);
    places.join(third, "bob", places.token, 3);
    CHECK(Places::missed(third.write()).empty());
}

TEST_CASE("who is lost twice in a row gets nothing twice") {
    Places places;
    places.lose_bob_after("one");
    Line again(places.hub);
    places.join(again, "bob", places.token);
    CHECK(Places::missed(again.write()).empty());
    places.signal("two");
    places.hub.remove(again.id, LeaveReason::disconnected);
    Line third(places.hub);
    places.join(third, "bob", places.token);
    CHECK(Places::missed(third.write()) == Lines{Places::line("two")});
}

TEST_CASE("who comes back hears how much of its own has arrived") {
    Places places;
    for (int i = 0; i < 3; ++i)
        places.hub.receive(places.bob.id,
                           protocol::SendSignal{.kind = protocol::SignalKind::ice_candidate,
                                                .channel = standup(),
                                                .user = user("bob"),
                                                .payload = {"null"},
                                                .to = user("alice")});
    Line again(places.hub);
    places.join(again, "bob", places.token);
    CHECK(again.write().front().contains(R"("received":3,)"));
}

TEST_CASE("a place can be taken over before its connection counts as lost") {
    Places places;
    places.signal("one");
    Line again(places.hub);
    places.join(again, "bob", places.token);
    CHECK(places.bob.gave_way);
    CHECK(Places::missed(again.write()) == Lines{Places::line("one")});
    // The old connection ends at last.
    places.hub.remove(places.bob.id, LeaveReason::disconnected);
    CHECK(places.away.empty());
    places.hub.expire(places.bob.id);
    CHECK(places.alice.write().empty());
    places.signal("two");
    CHECK(again.write() == Lines{Places::line("two")});
}

TEST_CASE("after the grace the others see exactly one leave, and the token is void") {
    Places places;
    places.hub.remove(places.bob.id, LeaveReason::disconnected);
    places.hub.expire(places.bob.id);
    places.hub.expire(places.bob.id);
    CHECK(places.alice.write() == Lines{bob_left});
    Line again(places.hub);
    places.join(again, "bob", places.token);
    const auto lines = again.write();
    CHECK(Places::token_in(lines) == "token 3");
    CHECK(Places::missed(lines).empty());
    CHECK(places.alice.write().size() == 1);
}

TEST_CASE("the grace of a place that was taken over ends nothing") {
    Places places;
    places.hub.remove(places.bob.id, LeaveReason::disconnected);
    Line again(places.hub);
    places.join(again, "bob", places.token);
    places.hub.expire(places.bob.id);
    CHECK(places.alice.write().empty());
}

TEST_CASE("who closes or quits leaves at once") {
    Places places;
    SECTION("closed") {
        places.hub.remove(places.bob.id, LeaveReason::closed);
        CHECK(places.alice.write() == Lines{bob_left});
    }
    SECTION("quit") {
        places.hub.receive(places.bob.id,
                           protocol::Quit{.channel = standup(), .user = user("bob")});
        CHECK(places.alice.write().size() == 1);
        places.hub.remove(places.bob.id, LeaveReason::disconnected);
        CHECK(places.alice.write().empty());
    }
    CHECK(places.away.empty());
}

TEST_CASE("a wrong token, or one of another channel, takes nothing over") {
    Places places;
    const std::string token = GENERATE_COPY(std::string("token 1"), std::string("token 22"),
                                            std::string("tokem 2"), std::string());
    Line again(places.hub);
    places.join(again, "bob", token);
    CHECK(again.write().front().contains("user_id_taken"));
    CHECK_FALSE(places.bob.dropped);
}

TEST_CASE("a number that is not to be had begins anew, with another token") {
    Places places;
    places.lose_bob_after("one");
    Line again(places.hub);
    places.join(again, "bob", places.token, 99);
    const auto lines = again.write();
    CHECK(Places::token_in(lines) == "token 3");
    CHECK(Places::missed(lines).empty());
    CHECK(places.alice.write().empty());
}

TEST_CASE("a place that is kept has bounds: then its member is dropped") {
    Places places;
    places.hub.remove(places.bob.id, LeaveReason::disconnected);
    for (int i = 0; i < 5; ++i)
        places.signal(std::string(1000, 'x'));
    CHECK(places.alice.write().front() ==
          R"({"type":"peer_left","body":{"userId":"bob","reason":"dropped"}})");
    places.hub.expire(places.bob.id);
    CHECK(places.alice.write().empty());
}

TEST_CASE("tutorial clients have no place to take over") {
    Places places;
    const Line tutor(places.hub);
    places.hub.receive(tutor.id,
                       protocol::Join{.channel = standup(), .user = user("tutor"), .protocol = 0});
    (void)places.alice.write();
    places.hub.remove(tutor.id, LeaveReason::disconnected);
    CHECK(places.alice.write().size() == 1);
}
