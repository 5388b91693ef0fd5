#include "client/call/statistics_json.hpp"

#include "tests/unit/call/measurements.hpp"
#include "tests/unit/call/print.hpp"
#include "tests/unit/call/world.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace malgil::test {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

json copied(World& world) {
    world.post("alice", call::Intent(call::CopyStatistics{}));
    const auto& effects = world.page("alice").effects;
    const auto found = std::ranges::find_if(effects, [](const call::Effect& effect) {
        return std::holds_alternative<call::CopyText>(effect);
    });
    REQUIRE(found != effects.end());
    return json::parse(std::get<call::CopyText>(*found).text);
}

TEST_CASE("a report has everything about each peer") {
    World world;
    TestedPath path;
    for (const auto* name : {"alice", "bob"}) {
        world.open_page(name);
        world.call(name);
        world.settle();
    }
    world.state("alice").user_agent = "A Browser";
    world.page("alice").measured = [&](const std::string&) { return path.next(); };
    world.wait(20s);

    const json report = copied(world);
    CHECK(report.at("userAgent") == "A Browser");
    CHECK_FALSE(report.at("malgil").get<std::string>().empty());
    CHECK(report.at("user") == "alice");
    CHECK(report.at("channel") == "standup");
    REQUIRE(report.at("peers").size() == 1);
    const json& bob = report.at("peers").at(0);
    CHECK(bob.at("user") == "bob");
    CHECK(bob.at("connection") == "connected");
    CHECK(bob.at("quality") == "good");
    CHECK(bob.at("path") ==
          json{{"kind", "direct"}, {"protocol", "udp"}, {"local", "host"}, {"remote", "srflx"}});
    CHECK(bob.at("codecs").at("videoIn") == "VP8");
    CHECK(bob.at("codecs").at("audioOut") == "opus");
    CHECK(bob.at("limitedBy") == "nothing");
    REQUIRE(bob.at("samples").size() == 10);
    const json& latest = bob.at("samples").back();
    CHECK(latest.at("secondsAgo") == 0);
    CHECK(latest.at("bitrateIn") == 800'000);
    CHECK(latest.at("framesPerSecondIn") == 30);
    CHECK(latest.at("heightIn") == 720);
    CHECK_FALSE(latest.contains("heightOut"));  // this browser does not tell
}

TEST_CASE("alone, and in the lobby, a report is a report all the same") {
    World world;
    world.open_page("alice");
    CHECK(copied(world).at("peers").empty());
}

}  // namespace
}  // namespace malgil::test
