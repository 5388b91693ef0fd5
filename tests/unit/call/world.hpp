#pragma once

#include "tests/unit/call/fake_page.hpp"
#include "tests/unit/call/fake_server.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace malgil::test {

/// Several cores, a server, and the ways between them. Time stands still until a test moves it;
/// everything that is on its way waits in a queue of its own, and any of them may be served next.
class World {
public:
    FakeServer server;

    /// A page is opened and has its camera and microphone. The first event is `Started`.
    FakePage& open_page(const std::string& name, std::optional<call::Place> place = std::nullopt);
    /// Somebody in the lobby; settle() is up to the caller, as always.
    void call(const std::string& name, const std::string& channel = "standup");
    void post(const std::string& name, const call::Event& event);

    [[nodiscard]] FakePage& page(const std::string& name) { return pages_.at(name); }

    [[nodiscard]] call::State& state(const std::string& name) { return page(name).state; }

    [[nodiscard]] const call::Peer& peer(const std::string& name, const std::string& of);

    /// Serves the queues in turn until all are empty.
    void settle();
    /// Serves them in a random order.
    void settle(std::mt19937_64& random);
    /// Serves one of them; false where all are empty.
    bool step(std::mt19937_64& random);
    /// Moves the clock, timer by timer; what a timer sets off is served at once.
    void wait(call::Milliseconds time);

    /// Every socket closes, and none opens, until the server is back.
    void stop_server();

    void start_server() { server_is_up_ = true; }

    /// The socket of one page dies; `noticed`: the server knows.
    void lose_socket(const std::string& name, bool noticed = true);

    /// The grace of every lost socket is over.
    void end_grace() { deliver(server.expire()); }

    /// The page is loaded again; what it kept is there.
    void reload_page(const std::string& name);
    /// The page goes without a word: its connections just fall silent.
    void kill_page(const std::string& name);
    /// Nothing gets through between two pages.
    void cut(const std::string& one, const std::string& other);
    /// Again from now on: a connection that broke needs an ICE restart.
    void mend(const std::string& one, const std::string& other);
    /// The browser of the one says so of its connection to the peer.
    void report(const std::string& name, const std::string& peer, call::ConnectionState state);

    /// So many per cent of the offers, answers and candidates get lost from now on.
    void lose_signals(unsigned percent) { lost_percent_ = percent; }

    [[nodiscard]] bool connected(const std::string& one, const std::string& other);
    /// Everything a correct core never does; empty is right.
    [[nodiscard]] std::vector<std::string> violations() const;

    /// A tutorial client: it has no core; the test speaks for it.
    void join_tutorial_client(const std::string& name);
    void tutorial_sends(const std::string& name, protocol::SignalKind kind,
                        const protocol::RawJson& payload);

    /// What the server has sent it.
    [[nodiscard]] std::vector<protocol::ServerMessage>& tutorial_inbox(const std::string& name) {
        return tutorial_inboxes_[clients_.at(name)];
    }

    [[nodiscard]] call::Milliseconds now() const { return now_; }

private:
    /// A queue that is not empty: what serving it does.
    enum class Source {
        socket_opens,
        to_server,
        to_page,
        capture,
        operation,
        negotiation_needed,
        result,
        gathered,
        arriving,
        text,
        state,
    };

    struct Choice {
        std::string page;
        Source source;
        std::uint32_t id = 0;  // of the socket or the connection
    };

    struct End {
        std::string page;
        call::ConnectionId connection;
        friend bool operator==(const End&, const End&) = default;
    };

    /// Two lines that found each other.
    struct Pair {
        End one, other;
        /// The credentials they did it with; after a break it takes new ones.
        std::string credentials;
        bool broken = false;
    };

    [[nodiscard]] std::vector<Choice> choices() const;
    void serve(const Choice& choice);
    void serve_socket(FakePage& page, const Choice& choice);
    void serve_line(FakePage& page, const Choice& choice);
    void serve_text(const std::string& name);
    void serve_state(const std::string& name);
    /// Where something that was sent comes out. No value: it is lost.
    [[nodiscard]] std::optional<End> other_end(const End& from);
    void deliver(const std::vector<Delivery>& deliveries);
    /// What the descriptions and candidates that got through make of the lines.
    void connect_lines();
    void connect(const End& one, const End& other);
    void drop_pairs_without_an_end();
    void close_socket(FakePage& page, call::SocketId socket, const std::string& reason);
    [[nodiscard]] bool is_cut(const std::string& one, const std::string& other) const;
    [[nodiscard]] Line* line(const End& end);
    [[nodiscard]] std::vector<End> ends();
    [[nodiscard]] Pair* pair_of(const End& end);

    std::map<std::string, FakePage> pages_;
    std::set<std::pair<std::string, std::string>> cuts_;

    std::vector<Pair> pairs_;
    std::map<std::string, ClientId> clients_;  // tutorial clients
    std::map<ClientId, std::vector<protocol::ServerMessage>> tutorial_inboxes_;
    std::vector<std::string> violations_;
    bool server_is_up_ = true;
    unsigned lost_percent_ = 0;
    ClientId last_client_ = 0;
    int next_session_ = 1000;
    call::Milliseconds now_{0};
    std::mt19937_64 random_{1};
};

}  // namespace malgil::test
