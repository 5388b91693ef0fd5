#include "server/mailbox.hpp"

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <string>

using namespace malgil::server;

namespace {

Mailbox mailbox_of(int count) {
    Mailbox mailbox;
    for (int i = 1; i <= count; ++i)
        CHECK(mailbox.push(std::make_shared<const std::string>(1, static_cast<char>('0' + i))) ==
              static_cast<std::uint64_t>(i));
    return mailbox;
}

/// "missing" where it does not have them all.
std::string after(const Mailbox& mailbox, std::uint64_t number) {
    const auto texts = mailbox.after(number);
    if (!texts)
        return "missing";
    std::string joined;
    for (const SharedText& text : *texts)
        joined += *text;
    return joined;
}

}  // namespace

TEST_CASE("a mailbox has everything after a number, in order") {
    const Mailbox mailbox = mailbox_of(4);
    CHECK(after(mailbox, 0) == "1234");
    CHECK(after(mailbox, 2) == "34");
    CHECK(after(mailbox, 4).empty());
    CHECK(after(mailbox, 5) == "missing");
    CHECK(after(Mailbox(), 0).empty());
    CHECK(after(Mailbox(), 1) == "missing");
}

TEST_CASE("a mailbox forgets the oldest, and knows it") {
    Mailbox mailbox = mailbox_of(4);
    mailbox.trim(2);
    CHECK(mailbox.bytes() == 2);
    CHECK(after(mailbox, 1) == "missing");
    CHECK(after(mailbox, 2) == "34");
    mailbox.trim(0);
    CHECK(after(mailbox, 4).empty());
    CHECK(after(mailbox, 3) == "missing");
    CHECK(mailbox.push(std::make_shared<const std::string>("5")) == 5);
    CHECK(after(mailbox, 4) == "5");
}
