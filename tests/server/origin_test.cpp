#include "server/origin.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using malgil::server::may_connect;

TEST_CASE("the server's own page may connect") {
    CHECK(may_connect("https://call.example.org", "call.example.org", {}));
    CHECK(may_connect("https://Call.example.org", "call.example.ORG", {}));
    CHECK(may_connect("https://call.example.org:8443", "call.example.org:8443", {}));
    CHECK(may_connect("http://192.0.2.1:8080", "192.0.2.1:8080", {}));
    CHECK(may_connect("http://[2001:db8::1]:8080", "[2001:db8::1]:8080", {}));
    CHECK(may_connect("https://[2001:db8::1]", "[2001:db8::1]", {}));
}

TEST_CASE("a scheme's own port may be named or not") {
    CHECK(may_connect("https://call.example.org", "call.example.org:443", {}));
    CHECK(may_connect("http://call.example.org", "call.example.org:80", {}));
    CHECK_FALSE(may_connect("https://call.example.org", "call.example.org:80", {}));
}

TEST_CASE("another site's page may not connect") {
    CHECK_FALSE(may_connect("https://evil.example", "call.example.org", {}));
    CHECK_FALSE(may_connect("https://call.example.org.evil.example", "call.example.org", {}));
    CHECK_FALSE(may_connect("https://call.example.org:444", "call.example.org", {}));
    CHECK_FALSE(may_connect("https://evil.example", "127.0.0.1:8080", {}));
    CHECK_FALSE(may_connect("http://127.0.0.1.evil.example", "evil.example", {}));
    CHECK_FALSE(may_connect("null", "call.example.org", {}));
    CHECK_FALSE(may_connect("", "call.example.org", {}));
}

TEST_CASE("on one's own machine every port may connect") {
    CHECK(may_connect("http://localhost:3000", "127.0.0.1:8080", {}));
    CHECK(may_connect("http://127.0.0.1:3000", "localhost:8080", {}));
    CHECK(may_connect("http://[::1]:3000", "[::1]:8080", {}));
    CHECK_FALSE(may_connect("http://127.evil.example:3000", "localhost:8080", {}));
}

TEST_CASE("other origins may connect where they are listed") {
    const std::vector<std::string> allowed{"https://other.example"};
    CHECK(may_connect("https://other.example", "call.example.org", allowed));
    CHECK_FALSE(may_connect("http://other.example", "call.example.org", allowed));
    CHECK(
        may_connect("https://anything.example", "call.example.org", std::vector<std::string>{"*"}));
    CHECK(may_connect("null", "call.example.org", std::vector<std::string>{"*"}));
}
