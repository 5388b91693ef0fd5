#pragma once

#include "client/call/effects.hpp"
#include "client/call/events.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace malgil::test {

/// As much of an RTCPeerConnection as negotiation can get wrong: the signalling states with
/// implicit rollback, the chain of operations, candidates that fit one description only. Nothing
/// happens by itself: a test takes each step. What a correct core never does is written down in
/// `violations`.
class FakeConnection {
public:
    struct Options {
        call::ConnectionId id{1};
        int session = 1;
        bool may_roll_back = true;  // false: the impolite side, which must not
        bool offers = true;
        int candidates = 2;         // that it finds each time
        std::string browser = "-";  // as its SDP names it
    };

    explicit FakeConnection(const Options& options);

    // What the core wants done.
    void set_local_description();
    void set_remote_description(const protocol::SessionDescription& description);
    void add_candidate(const std::optional<protocol::IceCandidate>& candidate);
    void read_local_description();
    void restart_ice();

    /// Something that only an own offer can bring over, such as a further track.
    void need_negotiation() { track_unnegotiated_ = true; }

    /// The chain of operations: runs the next one.
    [[nodiscard]] bool has_operation() const { return !chain_.empty(); }

    void run_operation();

    /// https://www.w3.org/TR/webrtc/#dfn-update-the-negotiation-needed-flag
    [[nodiscard]] bool can_fire_negotiation_needed() const;
    void fire_negotiation_needed();

    /// For what is gathered from now on, and those that the candidates of now were gathered with.
    std::vector<protocol::IceServer> ice_servers, gathered_with;

    /// For the core, in this order each; the two are independent of each other.
    std::deque<call::Event> results;
    std::deque<call::Event> gathered;

    [[nodiscard]] bool stable() const { return state_ == State::stable; }

    /// The ICE credentials of both sides that are agreed on.
    [[nodiscard]] std::string credentials() const;

    [[nodiscard]] int session() const { return options_.session; }

    [[nodiscard]] const std::vector<std::string>& violations() const { return violations_; }

    /// Everything that decides what it does next.
    [[nodiscard]] std::string digest() const;

    /// Whether media can flow: both agreed on the same descriptions, and candidates arrived.
    friend bool can_connect(const FakeConnection& a, const FakeConnection& b);

private:
    enum class State { stable, have_local_offer, have_remote_offer };

    struct Local {};

    using Operation =
        std::variant<Local, protocol::SessionDescription, std::optional<protocol::IceCandidate>>;

    void run(Local operation);
    void run(const protocol::SessionDescription& description);
    void run(const std::optional<protocol::IceCandidate>& candidate);
    void fail(const std::string& why);
    void violate(const std::string& what);
    void gather();
    [[nodiscard]] std::string own_fragment() const;
    [[nodiscard]] protocol::SessionDescription describe(protocol::SdpType type);
    [[nodiscard]] bool knows_fragment(const std::string& fragment) const;
    [[nodiscard]] bool has_candidate_of(const FakeConnection& other) const;

    Options options_;
    State state_ = State::stable;
    std::deque<Operation> chain_;
    std::vector<std::string> violations_;
    int version_ = 0;
    int generation_ = 0;  // of ICE credentials
    bool offer_due_ = false;
    bool track_unnegotiated_ = false;
    bool restart_due_ = false;
    bool needed_fired_ = false;
    std::optional<bool> is_dtls_client_;  // since the first answer
    std::optional<protocol::SessionDescription> pending_local_, pending_remote_;
    std::optional<protocol::SessionDescription> current_local_, current_remote_;
    std::vector<std::string> own_candidates_;
    std::vector<std::string> remote_candidates_;
};

/// The value of a line `a=key:value` or `o=- value …`; empty where there is none.
[[nodiscard]] std::string sdp_value(const protocol::SessionDescription& description,
                                    const std::string& key);

}  // namespace malgil::test
