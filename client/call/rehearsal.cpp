#include "client/call/rehearsal.hpp"

#include "client/call/call.hpp"
#include "server/protocol/codec.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>
#include <variant>

namespace malgil::call {

namespace {

constexpr auto sdp =
    "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=application 9 UDP/DTLS/SCTP "
    "webrtc-datachannel\r\na=ice-ufrag:a\r\na=mid:0\r\n";

/// One of the two: its core, and what stands for its browser and for the server on its side.
class Player {
public:
    explicit Player(const char* user) : user_(user) {}

    void call(Player& other) {
        other_ = &other;
        queue_.emplace_back(Intent(Call{.user = user_, .channel = "rehearsal"}));
    }

    /// One event; false where there is none.
    bool step() {
        if (queue_.empty())
            return false;
        const Event event = std::move(queue_.front());
        queue_.pop_front();
        for (const Effect& effect : update(state_, event, {}))
            std::visit([this](const auto& each) { perform(each); }, effect);
        return true;
    }

    void write() { queue_.emplace_back(Intent(SendText{"…"})); }

    [[nodiscard]] bool has_read() const { return !state_.chat.messages.empty(); }

private:
    template <class Other>
    void perform(const Other& /*effect*/) {}

    void perform(const OpenSocket& effect) { queue_.emplace_back(SocketOpened{effect.socket}); }

    void perform(const SendMessage& effect) {
        if (const auto* const join = std::get_if<protocol::Join>(&effect.message)) {
            protocol::Welcome welcome;
            if (other_->state_.phase == Phase::in_call) {
                welcome.peers.push_back(
                    {.user = *protocol::UserId::parse(other_->user_), .protocol = join->protocol});
                other_->receive(protocol::PeerJoined{{join->user, join->protocol}});
            }
            receive(welcome);
        } else if (const auto* const signal = std::get_if<protocol::SendSignal>(&effect.message)) {
            other_->receive(protocol::SignalReceived{
                .kind = signal->kind, .from = signal->user, .payload = signal->payload});
        }
    }

    void perform(const OpenConnection& effect) {
        connection_ = effect.connection;
        if (effect.offers)
            queue_.emplace_back(NegotiationNeeded{connection_});
    }

    void perform(const SetLocalDescription& /*effect*/) {
        const auto type = applied_offer_ ? protocol::SdpType::answer : protocol::SdpType::offer;
        queue_.emplace_back(LocalDescriptionSet{.connection = connection_,
                                                .description = {.type = type, .sdp = sdp}});
        queue_.emplace_back(IceCandidateFound{
            .connection = connection_,
            .candidate = protocol::IceCandidate{.candidate = "candidate:1 1 udp 1 127.0.0.1 9 typ "
                                                             "host",
                                                .sdp_mid = "0",
                                                .sdp_m_line_index = 0,
                                                .username_fragment = "a"}});
        if (applied_offer_)
            connect();
    }

    void perform(const SetRemoteDescription& effect) {
        applied_offer_ = effect.description.type == protocol::SdpType::offer;
        queue_.emplace_back(RemoteDescriptionSet{connection_});
        if (!applied_offer_)
            connect();
    }

    void perform(const SendOnChannel& effect) {
        other_->queue_.emplace_back(
            ChannelMessage{.connection = other_->connection_, .data = effect.data});
    }

    void connect() {
        queue_.emplace_back(
            ConnectionStateChanged{.connection = connection_, .state = ConnectionState::connected});
        queue_.emplace_back(
            RemoteTracksChanged{.connection = connection_, .audio = true, .video = true});
        queue_.emplace_back(ChannelOpened{connection_});
    }

    void receive(const protocol::ServerMessage& message) {
        // The way of a real one, through its text.
        if (auto read = protocol::parse_server_message(protocol::write(message)))
            queue_.emplace_back(
                MessageReceived{.socket = state_.signaling.socket, .message = *std::move(read)});
    }

    std::string user_;
    Player* other_ = nullptr;
    State state_;
    std::deque<Event> queue_;
    ConnectionId connection_{};
    bool applied_offer_ = false;
};

void play(Player& one, Player& other) {
    while (one.step() || other.step()) {
    }
}

}  // namespace

bool rehearse() {
    Player bob("bob");
    Player alice("alice");
    bob.call(alice);
    play(bob, alice);
    alice.call(bob);
    play(bob, alice);
    alice.write();
    play(bob, alice);
    return bob.has_read();
}

}  // namespace malgil::call
