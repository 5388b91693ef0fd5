#pragma once

#include "server/protocol/limits.hpp"
#include "server/protocol/names.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The wire messages as values. JSON text is read and written in codec.hpp; nothing else knows it.
/// A frame is `{"type": …, "body": …}`; messages from another member also bear `"from"`.
namespace malgil::protocol {

/// The version that `join` names. A client that names none is a tutorial client: 0.
inline constexpr int protocol_version = 1;

/// A piece of JSON text that is passed on as it came, byte for byte: an SDP or a candidate is
/// routed without being re-serialised. Valid JSON, because it was cut from a parsed frame.
struct RawJson {
    std::string text;

    friend bool operator==(const RawJson&, const RawJson&) = default;
};

// ---- client → server ---------------------------------------------------------------------------

struct Join {
    ChannelName channel;
    UserId user;
    int protocol = 0;
    /// The token of `welcome`: takes the place over that the client had, with what it missed.
    std::optional<std::string> resume = std::nullopt;
    /// With `resume`: how many messages that are numbered (`is_numbered`) it has had at that place.
    /// Without, what the server could not write to the former connection counts as missed.
    std::optional<std::uint64_t> received = std::nullopt;

    friend bool operator==(const Join&, const Join&) = default;
};

struct Quit {
    ChannelName channel;
    UserId user;

    friend bool operator==(const Quit&, const Quit&) = default;
};

/// `send_offer`, `send_answer` and `send_ice_candidate` differ only in what they carry.
enum class SignalKind { offer, answer, ice_candidate };

/// To one member, or without `to` to every other member of the channel.
struct SendSignal {
    SignalKind kind;
    ChannelName channel;
    UserId user;
    /// An RTCSessionDescriptionInit; for `ice_candidate` an RTCIceCandidateInit or null.
    RawJson payload;
    std::optional<UserId> to;

    friend bool operator==(const SendSignal&, const SendSignal&) = default;
};

using ClientMessage = std::variant<Join, Quit, SendSignal>;

// ---- server → client ---------------------------------------------------------------------------

/// The user IDs in the channel, the receiver's own included.
struct Joined {
    std::vector<UserId> users;

    friend bool operator==(const Joined&, const Joined&) = default;
};

/// `offer_sdp_received`, `answer_sdp_received`, `ice_candidate_received`.
struct SignalReceived {
    SignalKind kind;
    UserId from;
    RawJson payload;

    friend bool operator==(const SignalReceived&, const SignalReceived&) = default;
};

/// https://www.w3.org/TR/webrtc/#rtciceserver-dictionary
struct IceServer {
    std::vector<std::string> urls;
    std::string username;    // empty: none
    std::string credential;  // empty: none

    friend bool operator==(const IceServer&, const IceServer&) = default;
};

struct Member {
    UserId user;
    int protocol = 0;

    friend bool operator==(const Member&, const Member&) = default;
};

/// Only to clients that joined with a protocol.
struct Welcome {
    int protocol = protocol_version;
    /// Opaque. The same as before where a place was taken over and nothing is missing; another one
    /// where the client begins anew. Empty where the server keeps no places.
    std::string resume;
    /// How long a lost connection keeps its place; 0: not at all.
    int grace_seconds = 0;
    /// Where a place was taken over: how many signals (SendSignal) the server has had of it since
    /// its token was new. What was sent after them is to be sent again.
    std::uint64_t received = 0;
    std::vector<IceServer> ice_servers;
    Limits limits;
    std::vector<Member> peers;

    friend bool operator==(const Welcome&, const Welcome&) = default;
};

/// Takes the place of those in `welcome`, whose credentials expire. Only to clients that joined
/// with a protocol. Not numbered: who takes a place over has fresh ones in its `welcome`.
struct IceServersRenewed {
    std::vector<IceServer> ice_servers;

    friend bool operator==(const IceServersRenewed&, const IceServersRenewed&) = default;
};

struct PeerJoined {
    Member peer;

    friend bool operator==(const PeerJoined&, const PeerJoined&) = default;
};

struct PeerLeft {
    UserId user;
    /// `quit` (it said so), `disconnected` (its connection ended) or `dropped` (it did not read).
    std::string reason;

    friend bool operator==(const PeerLeft&, const PeerLeft&) = default;
};

enum class ErrorCode {
    bad_message,
    too_large,
    rate_limited,
    not_joined,
    user_id_taken,
    channel_full,
    no_such_peer,
    forbidden,
    server_full,
    shutting_down,
};

struct Error {
    ErrorCode code;
    /// An English sentence that tells what to do.
    std::string message;
    /// The `type` of the message it answers; empty (null on the wire) where there is none.
    std::string in_reply_to;

    friend bool operator==(const Error&, const Error&) = default;
};

using ServerMessage =
    std::variant<Joined, SignalReceived, Welcome, IceServersRenewed, PeerJoined, PeerLeft, Error>;

/// Messages that come of what others do are numbered, from 1 on after each `welcome` with a new
/// token: `Join::received` tells the last one.
[[nodiscard]] inline bool is_numbered(const ServerMessage& message) {
    return std::holds_alternative<SignalReceived>(message) ||
           std::holds_alternative<PeerJoined>(message) || std::holds_alternative<PeerLeft>(message);
}

}  // namespace malgil::protocol
