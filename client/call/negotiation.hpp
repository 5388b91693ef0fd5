#pragma once

#include "client/call/candidate_priority.hpp"
#include "client/call/dtls_role.hpp"
#include "client/call/ids.hpp"
#include "server/protocol/session_description.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace malgil::call {

// ---- what a negotiation wants done next ---------------------------------------------------------

/// Set a local description, as the state wants it. → described() or failed()
struct Describe {
    friend bool operator==(const Describe&, const Describe&) = default;
};

/// Set the remote description. → applied() or failed()
struct Apply {
    protocol::SessionDescription description;
    friend bool operator==(const Apply&, const Apply&) = default;
};

/// Add a candidate of the peer.
struct AddCandidate {
    std::optional<protocol::IceCandidate> candidate;
    friend bool operator==(const AddCandidate&, const AddCandidate&) = default;
};

/// Read the local description as it has become. → read()
struct ReadDescription {
    friend bool operator==(const ReadDescription&, const ReadDescription&) = default;
};

/// Call candidates_overdue() after `gathering_patience`.
struct AwaitCandidates {
    friend bool operator==(const AwaitCandidates&, const AwaitCandidates&) = default;
};

/// Send the peer an offer or an answer.
struct SendDescription {
    protocol::SessionDescription description;
    friend bool operator==(const SendDescription&, const SendDescription&) = default;
};

/// Send the peer a candidate.
struct SendCandidate {
    std::optional<protocol::IceCandidate> candidate;
    friend bool operator==(const SendCandidate&, const SendCandidate&) = default;
};

using NegotiationStep = std::variant<Describe, Apply, AddCandidate, ReadDescription,
                                     AwaitCandidates, SendDescription, SendCandidate>;
using NegotiationSteps = std::vector<NegotiationStep>;

/// For how long a description that must be complete waits for its candidates.
inline constexpr Milliseconds gathering_patience{1000};

/// Candidates that wait for their description, each way. More than that is not honest.
inline constexpr std::size_t max_waiting_candidates = 256;

// ---- the machine --------------------------------------------------------------------------------

/// Perfect negotiation for one connection to one peer:
/// https://www.w3.org/TR/webrtc/#perfect-negotiation-example
///
/// One operation (Describe, Apply) is under way at a time; what comes meanwhile waits here and not
/// in the browser's chain of operations, so that each result belongs to a known operation.
struct Negotiation {
    /// In a glare the polite one gives way.
    bool polite = false;
    /// False: a tutorial client, which takes only complete descriptions.
    bool trickles = true;

    bool making_offer = false;
    bool ignoring_offer = false;
    /// The connection has had a remote description: it is not as new.
    bool remote_described = false;
    /// protocol::session_id of the peer's latest description. Another one means another
    /// RTCPeerConnection over there. Empty: none yet.
    std::string remote_session;
    /// The same of the connection that this one replaces. Its answers may still be on their way,
    /// to offers of that; browsers take no right one any more after one of another connection.
    std::string former_remote_session;
    /// This side's, once there was an answer; it stays as long as the connection does.
    std::optional<DtlsRole> dtls_role;
    CandidatePriority candidate_priority;

    /// https://www.w3.org/TR/webrtc/#dom-rtcsignalingstate, as far as it occurs here.
    enum class Stage { stable, have_local_offer, have_remote_offer };
    Stage stage = Stage::stable;

    enum class Operation { none, describing, applying_offer, applying_answer };
    Operation operation = Operation::none;

    /// NegotiationNeeded came at a time when no offer could be made.
    bool offer_wanted = false;
    /// The latest offer of the peer, waiting for the operation under way to end.
    std::optional<protocol::SessionDescription> waiting_offer;
    /// A local description that is set, but sent only once it is read (again).
    std::optional<protocol::SdpType> unsent;
    bool reading = false;
    bool gathered = false;  // since the last Describe
    /// The next own offer restarts ICE while the path holds: what is found is sent only after its
    /// answer was applied. Chromium prunes, and never tries again, the pair of a peer that checks
    /// it before it has that peer's new credentials. Where the path is broken, each message counts.
    bool moves_gently = false;

    std::vector<std::optional<protocol::IceCandidate>> waiting_remote;
    std::vector<std::optional<protocol::IceCandidate>> waiting_local;

    // Each answers an event of the same kind (client/call/events.hpp).
    [[nodiscard]] NegotiationSteps needed();
    [[nodiscard]] NegotiationSteps described(protocol::SessionDescription description);
    [[nodiscard]] NegotiationSteps applied();
    [[nodiscard]] NegotiationSteps failed();
    [[nodiscard]] NegotiationSteps candidate_found(std::optional<protocol::IceCandidate> candidate);
    [[nodiscard]] NegotiationSteps read(protocol::SessionDescription description);
    [[nodiscard]] NegotiationSteps candidates_overdue();

    // From the peer.
    [[nodiscard]] NegotiationSteps offer_received(protocol::SessionDescription description);
    [[nodiscard]] NegotiationSteps answer_received(protocol::SessionDescription description);
    [[nodiscard]] NegotiationSteps candidate_received(
        std::optional<protocol::IceCandidate> candidate);

    /// The way to the peer was cut for a while, and what was sent then may be lost: sends an offer
    /// that is still without an answer again.
    [[nodiscard]] NegotiationSteps peer_is_back();

private:
    [[nodiscard]] bool holds_candidates() const;
    void advance(NegotiationSteps& steps);
    void deliver(protocol::SessionDescription description, NegotiationSteps& steps);
    void send(protocol::SessionDescription description, NegotiationSteps& steps) const;
    void read_description(NegotiationSteps& steps);
    void forget_unsent();
    void send_waiting_candidates(NegotiationSteps& steps);
    void add_waiting_candidates(NegotiationSteps& steps);
};

}  // namespace malgil::call
