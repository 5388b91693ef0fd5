#include "client/call/connection_check.hpp"

#include "tests/unit/call/print.hpp"
#include "tests/unit/call/world.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <vector>

namespace malgil::test {
namespace {

using call::CheckItem;
using call::CheckResult;
using call::Verdict;
using protocol::IceServer;
using enum CheckResult;

const IceServer stun{.urls = {"stun:stun.test"}, .username = {}, .credential = {}};
const IceServer turn{.urls = {"turn:turn.test", "turn:turn.test:80?transport=tcp",
                              "turns:turn.test:443?transport=tcp"},
                     .username = "somebody",
                     .credential = "secret"};

/// Somebody in the lobby who asks for a check.
class Check {
public:
    explicit Check(std::vector<IceServer> servers) {
        world.server.ice_servers = std::move(servers);
        world.open_page("alice");
    }

    void begin() {
        post(call::Intent(call::CheckConnection{}));
        world.settle();
    }

    void post(const call::Event& event) { world.post("alice", event); }

    /// What the browser finds of that kind of server.
    void finds(CheckItem item, bool found) {
        const auto probes = check().probes;
        const auto probe = std::ranges::find(probes, item, &call::ConnectionCheck::Probe::item);
        REQUIRE(probe != probes.end());
        post(call::IceProbed{.probe = probe->id, .found = found});
    }

    call::ConnectionCheck& check() { return world.state("alice").check; }

    [[nodiscard]] Verdict verdict(bool relay_only = false) {
        return call::verdict_of(check(), relay_only);
    }

    World world;
};

TEST_CASE("a check in the lobby asks the server by a call of its own, and leaves it") {
    Check check({stun});
    check.begin();
    CHECK(check.check().of(CheckItem::server) == ok);
    CHECK(check.check().of(CheckItem::stun) == checking);
    CHECK(check.check().of(CheckItem::turn_udp) == not_offered);
    CHECK(check.verdict() == Verdict::none);
    CHECK_FALSE(check.world.server.has_member(check.check().name));
    CHECK(check.world.page("alice").sockets.empty());
    CHECK(check.world.state("alice").phase == call::Phase::lobby);

    check.finds(CheckItem::stun, true);
    CHECK(check.check().of(CheckItem::stun) == ok);
    CHECK(check.verdict() == Verdict::direct);
    CHECK(check.world.page("alice").count<call::StopProbe>() == 1);
    CHECK(check.world.violations().empty());
}

TEST_CASE("each way to a relay is tried by itself") {
    Check check({stun, turn});
    check.begin();
    std::vector<std::vector<std::string>> urls;
    for (const auto& effect : check.world.page("alice").all_effects)
        if (const auto* const probe = std::get_if<call::ProbeIce>(&effect)) {
            REQUIRE(probe->servers.size() == 1);
            urls.push_back(probe->servers.front().urls);
        }
    CHECK(urls == std::vector<std::vector<std::string>>{
                      {stun.urls[0]}, {turn.urls[0]}, {turn.urls[1]}, {turn.urls[2]}});
}

TEST_CASE("in a call its own servers are tried, and nothing is asked anew") {
    Check check({stun});
    check.world.call("alice");
    check.world.settle();
    check.begin();
    CHECK(check.world.page("alice").count<call::OpenSocket>() == 1);
    check.finds(CheckItem::stun, true);
    CHECK(check.verdict() == Verdict::direct);
}

TEST_CASE("a server that names nothing is said to serve one network") {
    Check check({});
    check.begin();
    CHECK(check.verdict() == Verdict::local_only);
    CHECK_FALSE(check.check().is_running());
}

TEST_CASE("a server that cannot be reached is told") {
    Check check({stun});
    check.world.stop_server();
    check.begin();
    CHECK(check.check().of(CheckItem::server) == failed);
    CHECK(check.check().of(CheckItem::stun) == unknown);
    CHECK(check.verdict() == Verdict::no_server);
}

TEST_CASE("a server that falls silent is given up") {
    Check check({stun});
    check.world.server.silent = true;
    check.begin();
    check.world.wait(call::check_patience - call::Milliseconds{1});
    CHECK(check.check().is_running());
    check.world.wait(call::Milliseconds{1});
    CHECK(check.verdict() == Verdict::no_server);
    CHECK(check.world.page("alice").sockets.empty());
}

TEST_CASE("a server that refuses is told") {
    Check check({stun});
    check.world.server.refuses = protocol::ErrorCode::server_full;
    check.begin();
    CHECK(check.verdict() == Verdict::no_server);
}

TEST_CASE("what has not answered in time does not work") {
    Check check({stun, turn});
    check.begin();
    check.finds(CheckItem::turn_tls, true);
    check.world.wait(call::check_patience);
    CHECK(check.check().of(CheckItem::stun) == failed);
    CHECK(check.check().of(CheckItem::turn_udp) == failed);
    CHECK(check.check().of(CheckItem::turn_tcp) == failed);
    CHECK(check.check().of(CheckItem::turn_tls) == ok);
    CHECK(check.verdict() == Verdict::relayed);
    CHECK(check.world.page("alice").count<call::StopProbe>() == 4);
}

TEST_CASE("a second press while a check is under way does nothing, and one after it checks anew") {
    Check check({stun});
    check.begin();
    check.begin();
    CHECK(check.world.page("alice").count<call::ProbeIce>() == 1);
    check.finds(CheckItem::stun, false);
    CHECK(check.verdict() == Verdict::blocked);
    check.begin();
    CHECK(check.world.page("alice").count<call::ProbeIce>() == 2);
    CHECK(check.verdict() == Verdict::none);
}

TEST_CASE("an answer to a former check is stale") {
    Check check({stun});
    check.begin();
    const auto first = check.check().probes.front().id;
    check.world.wait(call::check_patience);
    check.begin();
    check.post(call::IceProbed{.probe = first, .found = true});
    CHECK(check.check().of(CheckItem::stun) == checking);
}

TEST_CASE("a call can begin while a check is under way") {
    Check check({stun});
    check.post(call::Intent(call::CheckConnection{}));
    check.world.call("alice");
    check.world.settle();
    CHECK(check.world.state("alice").phase == call::Phase::in_call);
    check.finds(CheckItem::stun, true);
    CHECK(check.verdict() == Verdict::direct);
    CHECK(check.world.violations().empty());
}

TEST_CASE("the results are put in plain words") {
    struct Case {
        CheckResult stun, udp, tcp, tls;
        bool relay_only;
        Verdict verdict;
    };

    const auto each = GENERATE(values<Case>({
        {ok, not_offered, not_offered, not_offered, false, Verdict::direct},
        {ok, failed, failed, failed, false, Verdict::direct},
        {failed, ok, failed, failed, false, Verdict::relayed},
        {failed, failed, failed, ok, false, Verdict::relayed},
        {not_offered, failed, ok, failed, false, Verdict::relayed},
        {failed, not_offered, not_offered, not_offered, false, Verdict::blocked},
        {failed, failed, failed, failed, false, Verdict::blocked},
        {not_offered, failed, not_offered, not_offered, false, Verdict::blocked},
        {not_offered, not_offered, not_offered, not_offered, false, Verdict::local_only},
        {ok, not_offered, not_offered, not_offered, true, Verdict::no_relay},
        {ok, failed, failed, failed, true, Verdict::blocked},
        {ok, ok, ok, ok, true, Verdict::relayed},
    }));
    call::ConnectionCheck check;
    check.results = {ok, each.stun, each.udp, each.tcp, each.tls};
    CHECK(call::verdict_of(check, each.relay_only) == each.verdict);
}

}  // namespace
}  // namespace malgil::test
