#include "client/ui/pace.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace malgil::ui {

namespace {

using call::ConnectionState;

// In seconds.
constexpr float patience = 0.2F;
constexpr float patience_after_call = 0.1F;
constexpr float after_connecting = 0.06F;
/// From a connection to its first picture.
constexpr call::Milliseconds first_picture{500};

bool is_unseen(const call::Event& event) {
    if (const auto* received = std::get_if<call::MessageReceived>(&event)) {
        const auto* signal = std::get_if<protocol::SignalReceived>(&received->message);
        return signal != nullptr && signal->kind == protocol::SignalKind::ice_candidate;
    }
    return std::holds_alternative<call::VoicesMeasured>(event) ||
           std::holds_alternative<call::VideosShown>(event) ||
           std::holds_alternative<call::IceCandidateFound>(event) ||
           std::holds_alternative<call::NegotiationNeeded>(event) ||
           std::holds_alternative<call::LocalDescriptionSet>(event) ||
           std::holds_alternative<call::LocalDescriptionRead>(event) ||
           std::holds_alternative<call::RemoteDescriptionSet>(event) ||
           std::holds_alternative<call::DescriptionFailed>(event) ||
           std::holds_alternative<call::MediaArrived>(event);
}

}  // namespace

std::optional<Due> Pace::after(const call::Event& event, const call::State& state,
                               call::Milliseconds now) {
    // In a call no meter shows: the level of a muted microphone is only listened to.
    const bool unseen_level = std::holds_alternative<call::MicrophoneLevel>(event) &&
                              state.phase == call::Phase::in_call && !state.muted_speech.told;
    if (state.unseen || is_unseen(event) || unseen_level)
        return std::nullopt;
    const bool new_phase = std::exchange(phase_, state.phase) != state.phase;
    if (state.phase == call::Phase::calling)
        return Due{.seconds = new_phase ? patience_after_call : patience, .instead = new_phase};

    const auto waits_for_picture = [now](const call::Peer& peer) {
        return peer.state == ConnectionState::connected && !peer.sends_video &&
               now - peer.connected < first_picture;
    };
    const auto connects = [](const call::Peer& peer) {
        return peer.state == ConnectionState::new_ || peer.state == ConnectionState::connecting;
    };
    const bool waits = std::ranges::any_of(state.roster, waits_for_picture);
    if (waits && std::holds_alternative<call::ConnectionStateChanged>(event))
        return Due{.seconds = after_connecting, .instead = true};
    if (waits || std::ranges::any_of(state.roster, connects))
        return Due{.seconds = patience, .instead = new_phase};
    return Due{};
}

}  // namespace malgil::ui
