#include "server/token_bucket.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace malgil::server;
using namespace std::chrono_literals;

namespace {

int taken(TokenBucket& bucket, TokenBucket::TimePoint now) {
    int count = 0;
    while (bucket.take(now))
        ++count;
    return count;
}

}  // namespace

TEST_CASE("a bucket lets a burst through, then its rate") {
    const TokenBucket::TimePoint start{};
    TokenBucket bucket(10, 50, start);
    CHECK(taken(bucket, start) == 50);
    CHECK(taken(bucket, start + 50ms) == 0);
    CHECK(taken(bucket, start + 100ms) == 1);
    CHECK(taken(bucket, start + 1100ms) == 10);
}

TEST_CASE("a rest fills a bucket up to the burst, not over it") {
    const TokenBucket::TimePoint start{};
    TokenBucket bucket(10, 50, start);
    CHECK(taken(bucket, start) == 50);
    CHECK(taken(bucket, start + 1h) == 50);
}
