#include "client/call/negotiation.hpp"
#include "tests/unit/call/fake_connection.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <deque>
#include <sstream>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

// Every order in which a small exchange can happen, one by one: two negotiations, each with a
// connection that runs its operations when the schedule says so, and a first-in-first-out way to
// each other.

namespace malgil::test {
namespace {

using call::NegotiationStep;
using call::NegotiationSteps;

struct Side {
    call::Negotiation negotiation;
    FakeConnection connection;
    std::deque<NegotiationStep> inbox;  // SendDescription, SendCandidate of the other side
};

enum class Move { operation, negotiation_needed, result, gathered, message };

constexpr std::array moves{Move::operation, Move::negotiation_needed, Move::result, Move::gathered,
                           Move::message};

class Duel {
public:
    Duel(bool first_offers, bool second_offers)
        : sides_{{side(1, false, first_offers), side(2, true, second_offers)}} {}

    Side& impolite() { return sides_[0]; }

    Side& polite() { return sides_[1]; }

    [[nodiscard]] bool can(std::size_t which, Move move) const {
        const auto& side = sides_[which];
        switch (move) {
            case Move::operation:
                return side.connection.has_operation();
            case Move::negotiation_needed:
                return side.connection.can_fire_negotiation_needed();
            case Move::result:
                return !side.connection.results.empty();
            case Move::gathered:
                return !side.connection.gathered.empty();
            case Move::message:
                return !side.inbox.empty();
        }
        return false;
    }

    void make(std::size_t which, Move move) {
        auto& side = sides_[which];
        switch (move) {
            case Move::operation:
                side.connection.run_operation();
                break;
            case Move::negotiation_needed:
                side.connection.fire_negotiation_needed();
                break;
            case Move::result:
                perform(which, answer(side.negotiation, take(side.connection.results)));
                break;
            case Move::gathered:
                perform(which, answer(side.negotiation, take(side.connection.gathered)));
                break;
            case Move::message:
                perform(which, receive(side.negotiation, take(side.inbox)));
                break;
        }
    }

    [[nodiscard]] bool is_agreed() const {
        return can_connect(sides_[0].connection, sides_[1].connection);
    }

    [[nodiscard]] std::vector<std::string> violations() const {
        auto all = sides_[0].connection.violations();
        const auto& others = sides_[1].connection.violations();
        all.insert(all.end(), others.begin(), others.end());
        return all;
    }

    [[nodiscard]] std::string digest() const {
        std::ostringstream out;
        for (const auto& side : sides_) {
            const auto& n = side.negotiation;
            out << static_cast<int>(n.stage) << static_cast<int>(n.operation) << n.making_offer
                << n.ignoring_offer << n.offer_wanted << n.waiting_offer.has_value()
                << n.waiting_remote.size() << n.waiting_local.size() << n.unsent.has_value()
                << n.reading << n.gathered << n.moves_gently << '#' << side.connection.digest()
                << '#';
            for (const auto& step : side.inbox)
                out << step << ';';
        }
        return out.str();
    }

private:
    static Side side(int session, bool polite, bool offers) {
        Side made{.negotiation = {},
                  .connection = FakeConnection({.id = call::ConnectionId{1},
                                                .session = session,
                                                .may_roll_back = polite,
                                                .offers = offers,
                                                .candidates = 1}),
                  .inbox = {}};
        made.negotiation.polite = polite;
        return made;
    }

    template <class T>
    static T take(std::deque<T>& queue) {
        auto first = std::move(queue.front());
        queue.pop_front();
        return first;
    }

    static NegotiationSteps answer(call::Negotiation& negotiation, const call::Event& event) {
        if (std::holds_alternative<call::NegotiationNeeded>(event))
            return negotiation.needed();
        if (const auto* set = std::get_if<call::LocalDescriptionSet>(&event))
            return negotiation.described(set->description);
        if (std::holds_alternative<call::RemoteDescriptionSet>(event))
            return negotiation.applied();
        if (std::holds_alternative<call::DescriptionFailed>(event))
            return negotiation.failed();
        if (const auto* found = std::get_if<call::IceCandidateFound>(&event))
            return negotiation.candidate_found(found->candidate);
        if (const auto* read = std::get_if<call::LocalDescriptionRead>(&event))
            return negotiation.read(read->description);
        return {};
    }

    static NegotiationSteps receive(call::Negotiation& negotiation, const NegotiationStep& step) {
        if (const auto* candidate = std::get_if<call::SendCandidate>(&step))
            return negotiation.candidate_received(candidate->candidate);
        const auto& description = std::get<call::SendDescription>(step).description;
        return description.type == protocol::SdpType::offer
                   ? negotiation.offer_received(description)
                   : negotiation.answer_received(description);
    }

    void perform(std::size_t which, const NegotiationSteps& steps) {
        auto& connection = sides_[which].connection;
        for (const auto& step : steps) {
            if (std::holds_alternative<call::Describe>(step))
                connection.set_local_description();
            else if (const auto* apply = std::get_if<call::Apply>(&step))
                connection.set_remote_description(apply->description);
            else if (const auto* add = std::get_if<call::AddCandidate>(&step))
                connection.add_candidate(add->candidate);
            else if (std::holds_alternative<call::ReadDescription>(step))
                connection.read_local_description();
            else
                sides_[1 - which].inbox.push_back(step);
        }
    }

    std::array<Side, 2> sides_;
};

/// Plays every order from here on, each state once, and returns how many states there are. At each
/// end the two must have agreed, and nothing unlawful may have happened.
std::size_t play_every_order(const Duel& start) {
    std::vector<Duel> open{start};
    std::unordered_set<std::string> known{start.digest()};
    std::size_t ends = 0;
    while (!open.empty()) {
        const auto duel = std::move(open.back());
        open.pop_back();
        bool at_end = true;
        for (std::size_t which = 0; which < 2; ++which)
            for (const auto move : moves) {
                if (!duel.can(which, move))
                    continue;
                at_end = false;
                auto next = duel;
                next.make(which, move);
                if (known.insert(next.digest()).second)
                    open.push_back(std::move(next));
            }
        if (!at_end)
            continue;
        ++ends;
        CAPTURE(duel.digest());
        REQUIRE(duel.violations().empty());
        REQUIRE(duel.is_agreed());
    }
    CHECK(ends > 0);
    return known.size();
}

/// Lets everything happen in one order.
void settle(Duel& duel) {
    for (bool moved = true; moved;) {
        moved = false;
        for (std::size_t which = 0; which < 2; ++which)
            for (const auto move : moves)
                if (duel.can(which, move)) {
                    duel.make(which, move);
                    moved = true;
                }
    }
}

TEST_CASE("one side offers: every order of what happens ends in one call") {
    CHECK(play_every_order(Duel(true, false)) > 100);
    CHECK(play_every_order(Duel(false, true)) > 100);
}

TEST_CASE("glare of first offers: every order of what happens ends in one call") {
    CHECK(play_every_order(Duel(true, true)) > 1000);
}

TEST_CASE("glare in a call: every order of what happens ends in agreement") {
    Duel duel(true, false);
    settle(duel);
    REQUIRE(duel.is_agreed());
    SECTION("both restart ICE") {
        duel.impolite().connection.restart_ice();
        duel.polite().connection.restart_ice();
    }
    SECTION("both leave a path that holds") {
        for (auto* const side : {&duel.impolite(), &duel.polite()}) {
            side->negotiation.moves_gently = true;
            side->connection.restart_ice();
        }
    }
    SECTION("both have a further track") {
        duel.impolite().connection.need_negotiation();
        duel.polite().connection.need_negotiation();
    }
    SECTION("one restarts ICE while the other has a further track") {
        duel.impolite().connection.need_negotiation();
        duel.polite().connection.restart_ice();
    }
    CHECK(play_every_order(duel) > 100);
}

}  // namespace
}  // namespace malgil::test
