#include "client/call/rehearsal.hpp"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("two cores with nothing around them come together and write") {
    CHECK(malgil::call::rehearse());
}
