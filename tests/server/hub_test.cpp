#include "server/hub.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace malgil;
using namespace malgil::server;

namespace {

struct FakeClient final : Hub::Client {
    explicit FakeClient(Hub& hub) : id(hub.add(*this)) {}

    bool send(const SharedText& text, std::uint64_t /*number*/) override {
        if (full)
            return false;
        heard.push_back(text);
        return true;
    }

    [[nodiscard]] std::uint64_t written() const override { return 0; }

    [[nodiscard]] std::size_t unsent_bytes() const override { return 0; }

    void drop() override { dropped = true; }

    void go_away() override { gone = true; }

    void give_way() override {}

    [[nodiscard]] std::string last() const { return heard.empty() ? "" : *heard.back(); }

    bool full = false;
    bool dropped = false;
    bool gone = false;
    std::vector<SharedText> heard;
    ConnectionId id;
};

void join(Hub& hub, const FakeClient& client, std::string name) {
    hub.receive(client.id, protocol::Join{.channel = *protocol::ChannelName::parse("standup"),
                                          .user = *protocol::UserId::parse(std::move(name)),
                                          .protocol = 1,
                                          .resume = {}});
}

void offer(Hub& hub, const FakeClient& client, std::string name) {
    hub.receive(client.id, protocol::SendSignal{.kind = protocol::SignalKind::offer,
                                                .channel = *protocol::ChannelName::parse("standup"),
                                                .user = *protocol::UserId::parse(std::move(name)),
                                                .payload = {"{}"},
                                                .to = {}});
}

}  // namespace

TEST_CASE("one text is shared by all its receivers") {
    Hub hub({});
    const FakeClient alice(hub), bob(hub), carol(hub);
    join(hub, alice, "alice");
    join(hub, bob, "bob");
    join(hub, carol, "carol");

    offer(hub, alice, "alice");

    CHECK(bob.last() == R"({"type":"offer_sdp_received","from":"alice","body":{}})");
    CHECK(bob.heard.back() == carol.heard.back());
}

TEST_CASE("who has no room for a message is dropped, and its peers hear that after the message") {
    Hub hub({});
    FakeClient alice(hub), bob(hub), carol(hub);
    join(hub, alice, "alice");
    join(hub, bob, "bob");
    join(hub, carol, "carol");
    bob.full = true;

    offer(hub, alice, "alice");

    CHECK(bob.dropped);
    REQUIRE(carol.heard.size() >= 2);
    CHECK(*carol.heard[carol.heard.size() - 2] ==
          R"({"type":"offer_sdp_received","from":"alice","body":{}})");
    CHECK(carol.last() == R"({"type":"peer_left","body":{"userId":"bob","reason":"dropped"}})");
    CHECK(alice.last() == carol.last());
    CHECK(hub.clients() == 2);
}

TEST_CASE("dropping one may overflow the next") {
    Hub hub({});
    FakeClient alice(hub), bob(hub), carol(hub);
    join(hub, alice, "alice");
    join(hub, bob, "bob");
    join(hub, carol, "carol");
    bob.full = carol.full = true;

    offer(hub, alice, "alice");

    CHECK(bob.dropped);
    CHECK(carol.dropped);
    CHECK(hub.clients() == 1);
}

TEST_CASE("what a removed client still sends is not heard") {
    Hub hub({});
    FakeClient alice(hub), bob(hub);
    join(hub, alice, "alice");
    join(hub, bob, "bob");
    hub.remove(bob.id, LeaveReason::disconnected);
    CHECK(alice.last() ==
          R"({"type":"peer_left","body":{"userId":"bob","reason":"disconnected"}})");

    const auto before = alice.heard.size();
    offer(hub, bob, "bob");
    hub.remove(bob.id, LeaveReason::dropped);
    CHECK(alice.heard.size() == before);
    CHECK_FALSE(bob.dropped);
}

TEST_CASE("a drain tells those who joined, and has everybody go away") {
    Hub hub({});
    FakeClient alice(hub), quiet(hub), full(hub);
    join(hub, alice, "alice");
    join(hub, full, "full");
    full.full = true;
    const auto before = quiet.heard.size();

    hub.drain();

    CHECK(alice.last().contains(R"("code":"shutting_down")"));
    CHECK(alice.last().contains(R"("inReplyTo":null)"));
    CHECK(alice.gone);
    CHECK(quiet.gone);
    CHECK(quiet.heard.size() == before);
    CHECK(full.dropped);
    const FakeClient late(hub);
    CHECK(hub.clients() == 0);
}
