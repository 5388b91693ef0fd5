#include "server/outbox.hpp"

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <string>

using namespace malgil::server;

namespace {

SharedText text(std::size_t bytes, char filled_with = 'x') {
    return std::make_shared<const std::string>(bytes, filled_with);
}

}  // namespace

TEST_CASE("an outbox gives out first what came first") {
    Outbox outbox(100);
    REQUIRE(outbox.push(text(1, 'a'), 0));
    REQUIRE(outbox.push(text(1, 'b'), 0));
    CHECK(*outbox.front() == "a");
    outbox.pop();
    CHECK(*outbox.front() == "b");
    outbox.pop();
    CHECK(outbox.empty());
}

TEST_CASE("an outbox is bounded in bytes, to the byte") {
    Outbox outbox(100);
    REQUIRE(outbox.push(text(60), 0));
    CHECK_FALSE(outbox.push(text(41), 0));
    CHECK(outbox.bytes() == 60);
    CHECK(outbox.push(text(40), 0));
    CHECK_FALSE(outbox.push(text(1), 0));
    outbox.pop();
    CHECK(outbox.push(text(60), 0));
    CHECK(outbox.bytes() == 100);
}

TEST_CASE("an outbox knows the number of what was written last") {
    Outbox outbox(100);
    REQUIRE(outbox.push(text(1), 1));
    REQUIRE(outbox.push(text(1), 0));
    REQUIRE(outbox.push(text(1), 2));
    CHECK(outbox.written() == 0);
    outbox.pop();
    outbox.pop();
    CHECK(outbox.written() == 1);
    outbox.pop();
    CHECK(outbox.written() == 2);
}
