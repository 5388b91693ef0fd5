#pragma once

#include "client/call/call.hpp"
#include "tests/unit/call/fake_connection.hpp"
#include "tests/unit/call/fake_server.hpp"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace malgil::test {

/// A connection as the page has it, and what is on its way to the core from it.
struct Line {
    FakeConnection connection;
    call::UserId user;
    bool up = false;                   // ICE and DTLS are through
    bool channel = false;              // the data channel is open
    std::deque<call::Event> arriving;  // states, texts
    // The path that ReadPath finds.
    bool relayed = false;
    bool controlled = false;
};

struct PageSocket {
    call::SocketId id;
    ClientId client = 0;
    bool opened = false;
    bool closing = false;  // by the page: what was sent before still goes out
    std::deque<protocol::ClientMessage> to_server;
    std::deque<protocol::ServerMessage> to_page;
};

/// One core with everything around it played by the test: what a browser would be.
class FakePage {
public:
    /// What getUserMedia will answer from now on.
    std::optional<call::CaptureError> microphone_error, camera_error;
    /// The devices that it gives, where it gives any.
    call::OpenedDevice opened_microphone, opened_camera;
    /// Gathering never ends, as with a STUN server that does not answer.
    bool withholds_end_of_candidates = false;
    /// What getStats() says of the connection to a user; nothing where it is empty.
    std::function<std::optional<call::Measurement>(const std::string& user)> measured;
    /// As its SDP names it; "mozilla…" is Firefox.
    std::string browser = "-";
    /// SDP session IDs count from here, so that those of two pages differ.
    int next_session = 1;

    /// Survives when the page is loaded again.
    std::optional<call::Place> kept;

    call::State state;
    std::map<call::ConnectionId, Line> lines;
    std::vector<PageSocket> sockets;
    std::deque<call::Event> captures;
    /// What the last event led to, and everything so far.
    call::Effects effects, all_effects;
    std::vector<std::string> violations;

    /// Lets the core work on one event.
    void post(const call::Event& event, call::Milliseconds now, std::uint64_t random);

    /// The timer that ends first; no value: none runs.
    [[nodiscard]] std::optional<std::pair<call::Milliseconds, call::TimerId>> next_timer() const;

    void drop_timer(call::TimerId timer) { timers_.erase(timer); }

    [[nodiscard]] PageSocket* socket(call::SocketId id);
    /// The line to that user; nullptr where there is none.
    [[nodiscard]] Line* line_to(const std::string& user);
    [[nodiscard]] bool has_notice(call::NoticeKind kind) const;

    /// How many effects of a kind there were so far.
    template <class T>
    [[nodiscard]] std::size_t count() const {
        std::size_t found = 0;
        for (const auto& effect : all_effects)
            found += std::holds_alternative<T>(effect) ? 1U : 0U;
        return found;
    }

    /// Whoever polices the other end of a data channel.
    std::deque<std::pair<call::ConnectionId, std::string>> texts, states;

private:
    void perform(const call::Effect& effect, call::Milliseconds now);
    [[nodiscard]] Line* line(call::ConnectionId id);

    std::map<call::TimerId, call::Milliseconds> timers_;
};

}  // namespace malgil::test
