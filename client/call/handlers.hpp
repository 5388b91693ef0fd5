#pragma once

#include "client/call/events.hpp"
#include "client/call/state.hpp"
#include "client/call/turn.hpp"

/// One function for each kind of event: `update` picks it. Events that belong to something that is
/// gone (a closed socket, a replaced connection, a stopped timer) change nothing.
namespace malgil::call {

// ---- call_intents.cpp ---------------------------------------------------------------------------
void handle(State& state, Turn& turn, const Intent& event);

// ---- call_platform.cpp --------------------------------------------------------------------------
void handle(State& state, Turn& turn, const Started& event);
void handle(State& state, Turn& turn, const PageHidden& event);
void handle(State& state, Turn& turn, const TimerFired& event);
void handle(State& state, Turn& turn, const NetworkCameBack& event);
void handle(State& state, Turn& turn, const NetworkChanged& event);
void handle(State& state, Turn& turn, const CaptureEnded& event);
void handle(State& state, Turn& turn, const DeviceLost& event);
void handle(State& state, Turn& turn, const DeviceAdjusted& event);
void handle(State& state, Turn& turn, const DevicesChanged& event);
void handle(State& state, Turn& turn, const SpeakerFailed& event);
void handle(State& state, Turn& turn, const IceProbed& event);
void handle(State& state, Turn& turn, const MicrophoneLevel& event);
void handle(State& state, Turn& turn, const VoicesMeasured& event);
void handle(State& state, Turn& turn, const VideosShown& event);
void handle(State& state, Turn& turn, const ScreenOpened& event);
void handle(State& state, Turn& turn, const ScreenLost& event);
void handle(State& state, Turn& turn, const PlaybackBlocked& event);
void handle(State& state, Turn& turn, const PlaybackStarted& event);

// ---- call_server.cpp ----------------------------------------------------------------------------
void handle(State& state, Turn& turn, const SocketOpened& event);
void handle(State& state, Turn& turn, const SocketClosed& event);
void handle(State& state, Turn& turn, const MessageReceived& event);

// ---- call_connections.cpp -----------------------------------------------------------------------
void handle(State& state, Turn& turn, const NegotiationNeeded& event);
void handle(State& state, Turn& turn, const LocalDescriptionSet& event);
void handle(State& state, Turn& turn, const RemoteDescriptionSet& event);
void handle(State& state, Turn& turn, const DescriptionFailed& event);
void handle(State& state, Turn& turn, const IceCandidateFound& event);
void handle(State& state, Turn& turn, const LocalDescriptionRead& event);
void handle(State& state, Turn& turn, const ConnectionStateChanged& event);
void handle(State& state, Turn& turn, const PathRead& event);
void handle(State& state, Turn& turn, const MediaArrived& event);
void handle(State& state, Turn& turn, const RemoteTracksChanged& event);
void handle(State& state, Turn& turn, const ChannelOpened& event);
void handle(State& state, Turn& turn, const ChannelClosed& event);
void handle(State& state, Turn& turn, const ChannelMessage& event);
void handle(State& state, Turn& turn, const StateMessage& event);

// ---- measuring.cpp ------------------------------------------------------------------------------
void handle(State& state, Turn& turn, const ConnectionMeasured& event);
void handle(State& state, Turn& turn, const TextCopied& event);

}  // namespace malgil::call
