#include "client/platform/rehearsal.hpp"

#include "client/call/call.hpp"
#include "client/platform/connection.hpp"
#include "server/protocol/codec.hpp"

#include <deque>
#include <string>
#include <utility>
#include <variant>

namespace malgil::platform {

/// One of the two, and what stands for the server on its side.
class Rehearsal::Player final : EventSink {
public:
    Player(std::string user, const web::MediaStream& own, std::function<void()> on_answer)
        : user_(std::move(user)), own_(own), on_answer_(std::move(on_answer)) {}

    void call(Player& other) {
        other_ = &other;
        post(call::Intent(call::Call{.user = user_, .channel = "rehearsal"}));
    }

private:
    void post(call::Event event) override {
        queue_.push_back(std::move(event));
        if (std::exchange(applying_, true))
            return;
        while (!queue_.empty()) {
            const call::Event next = std::move(queue_.front());
            queue_.pop_front();
            for (const call::Effect& effect : call::update(state_, next, {}))
                std::visit([this](const auto& each) { perform(each); }, effect);
            if (std::holds_alternative<call::RemoteDescriptionSet>(next) && on_answer_)
                on_answer_();
        }
        applying_ = false;
    }

    // What concerns neither the server nor the descriptions does not take place.
    template <class Effect>
    void perform(const Effect& /*effect*/) {}

    void perform(const call::OpenSocket& effect) { post(call::SocketOpened{effect.socket}); }

    void perform(const call::SendMessage& effect) {
        if (const auto* const join = std::get_if<protocol::Join>(&effect.message)) {
            protocol::Welcome welcome;
            if (other_->other_ != nullptr) {
                welcome.peers.push_back(
                    {.user = *protocol::UserId::parse(other_->user_), .protocol = join->protocol});
                other_->receive(protocol::PeerJoined{{join->user, join->protocol}});
            }
            receive(std::move(welcome));
        } else if (const auto* const signal = std::get_if<protocol::SendSignal>(&effect.message);
                   signal != nullptr && signal->kind != protocol::SignalKind::ice_candidate) {
            other_->receive(protocol::SignalReceived{
                .kind = signal->kind, .from = signal->user, .payload = signal->payload});
        }
    }

    void perform(const call::OpenConnection& effect) {
        connection_ = Connection::open(
            effect, {.sink = this,
                     .own = &own_,
                     .on_stream = [](const call::UserId&, const web::MediaStream&) {}});
    }

    void perform(const call::SetLocalDescription& /*effect*/) {
        if (connection_ != nullptr)
            connection_->set_local_description();
    }

    void perform(const call::SetRemoteDescription& effect) {
        if (connection_ != nullptr)
            connection_->set_remote_description(effect.description);
    }

    void receive(protocol::ServerMessage message) {
        // The way of a real one, through its text.
        if (auto read = protocol::parse_server_message(protocol::write(message)))
            post(call::MessageReceived{.socket = state_.signaling.socket,
                                       .message = *std::move(read)});
    }

    std::string user_;
    const web::MediaStream& own_;
    std::function<void()> on_answer_;
    Player* other_ = nullptr;
    call::State state_;
    std::deque<call::Event> queue_;
    bool applying_ = false;
    std::unique_ptr<Connection> connection_;
};

Rehearsal::Rehearsal(const web::MediaStream& own, std::function<void()> on_end)
    : players_{std::make_unique<Player>("bob", own, nullptr),
               std::make_unique<Player>("alice", own, std::move(on_end))} {
    auto& [bob, alice] = players_;
    bob->call(*alice);
    alice->call(*bob);
}

Rehearsal::~Rehearsal() = default;

}  // namespace malgil::platform
