#include "server/turn_credentials.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace malgil::server;
using namespace std::chrono_literals;
using malgil::protocol::UserId;

namespace {

std::string name_for(std::string user) {
    return turn_username(*UserId::parse(std::move(user)), std::chrono::sys_seconds(1700000000s));
}

}  // namespace

// https://www.rfc-editor.org/rfc/rfc2202#section-3, case 2:
// effcdf6ae5eb2fa2d27416d5f184df9c259a7c79
TEST_CASE("a credential is the HMAC-SHA1 of the user name, in Base64") {
    CHECK(turn_credential("Jefe", "what do ya want for nothing?") ==
          "7/zfauXrL6LSdBbV8YTfnCWafHk=");
}

TEST_CASE("a user name says until when it is good, and for whom") {
    const TurnSettings settings{.urls = {"turn:a", "turns:a"}, .secret = "north", .lifetime = 12h};
    const auto noon = std::chrono::sys_seconds(1700000000s);
    const auto server = turn_server(settings, *UserId::parse("alice"), noon + 999ms);
    CHECK(server.urls == settings.urls);
    CHECK(server.username == "1700043200:alice");
    CHECK(server.credential == turn_credential("north", "1700043200:alice"));
}

TEST_CASE("a user ID of any script makes a user name of plain letters") {
    CHECK(name_for("a-b.c_9Z") == "1700000000:a-b.c_9Z");
    CHECK(name_for("말길") == "1700000000:%EB%A7%90%EA%B8%B8");
    CHECK(name_for("a b:'\"\\%") == "1700000000:a%20b%3A%27%22%5C%25");
}

TEST_CASE("the user name of the longest user ID fits into STUN, and no escape is cut") {
    std::string longest;
    for (int i = 0; i < 64; ++i)
        longest += "\U0001F600";
    const std::string name = name_for(longest);
    CHECK(name.size() == std::string_view("1700000000:").size() + 126);
    CHECK(name.ends_with("%F0%9F"));
    CHECK(name_for(std::string(63, 'a') + "말").ends_with("a%EB%A7%90"));
}

TEST_CASE("credentials are renewed while they are good") {
    CHECK(renewal_period({.urls = {}, .secret = {}, .lifetime = 10s}) == 7500ms);
    CHECK(renewal_period({.urls = {}, .secret = {}, .lifetime = 12h}) == 9h);
}
