#pragma once

#include "server/hub.hpp"
#include "server/protocol/codec.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// A hub that keeps places, with alice and bob in it.
namespace malgil::test {

using server::Channels;
using server::ConnectionId;
using server::Hub;
using server::LeaveReason;
using server::SharedText;

using Lines = std::vector<std::string>;

/// A connection whose frames are written when the test says so.
struct Line final : Hub::Client {
    explicit Line(Hub& hub) : id(hub.add(*this)) {}

    bool send(const SharedText& text, std::uint64_t number) override {
        waiting.emplace_back(text, number);
        return true;
    }

    [[nodiscard]] std::uint64_t written() const override { return last_written; }

    [[nodiscard]] std::size_t unsent_bytes() const override { return 0; }

    void drop() override { dropped = true; }

    void go_away() override {}

    void give_way() override { gave_way = true; }

    /// Writes what waits, and returns it.
    Lines write(std::size_t most = 1000) {
        Lines lines;
        for (; most > 0 && !waiting.empty(); --most) {
            const auto& [text, number] = waiting.front();
            lines.push_back(*text);
            if (number != 0)
                last_written = number;
            waiting.pop_front();
        }
        return lines;
    }

    bool dropped = false;
    bool gave_way = false;
    std::deque<std::pair<SharedText, std::uint64_t>> waiting;
    std::uint64_t last_written = 0;
    ConnectionId id;
};

inline protocol::ChannelName standup() {
    return *protocol::ChannelName::parse("standup");
}

inline protocol::UserId user(std::string name) {
    return *protocol::UserId::parse(std::move(name));
}

/// A hub that keeps places; the test is its clock.
struct Places {
    Places() {
        hub.set_on_away([this](ConnectionId id) { away.push_back(id); });
        join(alice, "alice");
        join(bob, "bob");
        (void)alice.write();
        token = token_in(bob.write());
    }

    static Channels::Settings settings(int& tokens) {
        Channels::Settings settings;
        settings.grace_seconds = 15;
        settings.limits.outbox_bytes = 4096;
        settings.make_token = [&tokens] { return "token " + std::to_string(++tokens); };
        return settings;
    }

    void join(const Line& line, std::string name, std::optional<std::string> resume = std::nullopt,
              std::optional<std::uint64_t> received = std::nullopt) {
        hub.receive(line.id, protocol::Join{.channel = standup(),
                                            .user = user(std::move(name)),
                                            .protocol = 1,
                                            .resume = std::move(resume),
                                            .received = received});
    }

    /// From alice to bob.
    void signal(std::string text) {
        hub.receive(alice.id, protocol::SendSignal{.kind = protocol::SignalKind::offer,
                                                   .channel = standup(),
                                                   .user = user("alice"),
                                                   .payload = {'"' + std::move(text) + '"'},
                                                   .to = user("bob")});
    }

    /// Bob gets a signal of alice, and his connection is lost after that.
    void lose_bob_after(std::string text) {
        signal(std::move(text));
        (void)bob.write();
        hub.remove(bob.id, LeaveReason::disconnected);
    }

    static std::string line(std::string_view text) {
        return R"({"type":"offer_sdp_received","from":"alice","body":")" + std::string(text) +
               "\"}";
    }

    static std::string token_in(const Lines& lines) {
        for (const std::string& each : lines)
            if (auto message = protocol::parse_server_message(each))
                if (const auto* welcome = std::get_if<protocol::Welcome>(&*message))
                    return welcome->resume;
        return "no welcome";
    }

    /// Without `welcome` and `joined`, which are checked to come first.
    static Lines missed(Lines lines) {
        REQUIRE(lines.size() >= 2);
        CHECK(lines[0].contains(R"("type":"welcome")"));
        CHECK(lines[1].contains(R"("type":"joined")"));
        lines.erase(lines.begin(), lines.begin() + 2);
        return lines;
    }

    int tokens = 0;
    Hub hub{settings(tokens)};
    std::vector<ConnectionId> away;
    Line alice{hub};
    Line bob{hub};
    std::string token;
};

}  // namespace malgil::test
