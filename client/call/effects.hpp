#pragma once

#include "client/call/connection_effects.hpp"
#include "client/call/events.hpp"
#include "client/call/ids.hpp"
#include "client/call/media.hpp"
#include "client/call/settings.hpp"
#include "server/protocol/messages.hpp"

#include <string>
#include <variant>
#include <vector>

/// What the call core wants done. The platform performs effects in order; each result comes back
/// as an event, never from within `update`.
namespace malgil::call {

/// Connects to the server's `/ws`. → SocketOpened or SocketClosed, MessageReceived.
struct OpenSocket {
    SocketId socket;
    friend bool operator==(const OpenSocket&, const OpenSocket&) = default;
};

/// After this nothing comes from the socket any more. What was sent before still goes out.
struct CloseSocket {
    SocketId socket;
    friend bool operator==(const CloseSocket&, const CloseSocket&) = default;
};

struct SendMessage {
    SocketId socket;
    protocol::ClientMessage message;
    friend bool operator==(const SendMessage&, const SendMessage&) = default;
};

/// → TimerFired once, unless stopped or started anew.
struct StartTimer {
    TimerId timer;
    Milliseconds delay;
    friend bool operator==(const StartTimer&, const StartTimer&) = default;
};

struct StopTimer {
    TimerId timer;
    friend bool operator==(const StopTimer&, const StopTimer&) = default;
};

/// getUserMedia for what is asked; when asking for both fails, each alone, so that a missing camera
/// does not cost the microphone. A wished device that is not there gives way to any other.
/// → CaptureEnded. Replaces the tracks of the devices asked for; a
/// device that is not asked for keeps its track. An attempt under way ends, without CaptureEnded.
struct OpenCapture {
    CaptureId capture;
    bool microphone = true;
    bool camera = true;
    CaptureWishes wishes{};
    friend bool operator==(const OpenCapture&, const OpenCapture&) = default;
};

/// Makes a device that is live as it is wished now: another device, or the same one with other
/// constraints. The former track goes on until there is a new one, so that others see no gap. An
/// adjustment of this device that is under way ends without a word. → DeviceAdjusted
struct AdjustDevice {
    CaptureId capture;
    Device device;
    CaptureWishes wishes;
    friend bool operator==(const AdjustDevice&, const AdjustDevice&) = default;
};

/// The sound of all others goes there from now on. Empty: as the system sees fit. → SpeakerFailed
struct UseSpeaker {
    std::string id;
    friend bool operator==(const UseSpeaker&, const UseSpeaker&) = default;
};

/// A short sound, on that speaker. To be performed within the person's gesture.
struct PlayTone {
    std::string speaker;
    friend bool operator==(const PlayTone&, const PlayTone&) = default;
};

/// `MediaStreamTrack.enabled`: silence or black goes out, without renegotiation.
struct EnableTrack {
    Device device;
    bool enabled;
    friend bool operator==(const EnableTrack&, const EnableTrack&) = default;
};

/// Stops the device: its light goes out, and nothing of it is sent any more.
struct CloseCapture {
    Device device;
    friend bool operator==(const CloseCapture&, const CloseCapture&) = default;
};

/// getDisplayMedia, with sound where the browser can. To be performed within the person's gesture.
/// → ScreenOpened
struct OpenScreen {
    CaptureId capture;
    friend bool operator==(const OpenScreen&, const OpenScreen&) = default;
};

/// It is shared no more, or no longer waited for.
struct CloseScreen {
    CaptureId capture;
    friend bool operator==(const CloseScreen&, const CloseScreen&) = default;
};

/// Marks somebody's tile as that of a person who speaks, without a frame being drawn.
struct ShowSpeaking {
    UserId user;
    bool on;
    friend bool operator==(const ShowSpeaking&, const ShowSpeaking&) = default;
};

/// `play()` on every video element that the browser held back. → PlaybackStarted or
/// PlaybackBlocked.
struct PlayRemoteMedia {
    friend bool operator==(const PlayRemoteMedia&, const PlayRemoteMedia&) = default;
};

/// Keeps what was typed and chosen for the next visit.
struct Remember {
    std::string user;
    std::string channel;
    Language language;
    friend bool operator==(const Remember&, const Remember&) = default;
};

/// Keeps what the person chose for the next visit.
struct RememberSettings {
    Settings settings;
    friend bool operator==(const RememberSettings&, const RememberSettings&) = default;
};

/// Keeps the place for this page, should it be loaded again in the call.
struct KeepPlace {
    Place place;
    friend bool operator==(const KeepPlace&, const KeepPlace&) = default;
};

/// There is none any more.
struct ForgetPlace {
    friend bool operator==(const ForgetPlace&, const ForgetPlace&) = default;
};

/// What a connection finds of one kind of ICE server. → IceProbed
enum class ProbeKind {
    stun,   // an address of this machine as others see it
    relay,  // one of the server's own, that it lends
};

struct ProbeIce {
    ProbeId probe;
    ProbeKind kind;
    std::vector<protocol::IceServer> servers;
    friend bool operator==(const ProbeIce&, const ProbeIce&) = default;
};

/// It is not waited for any more.
struct StopProbe {
    ProbeId probe;
    friend bool operator==(const StopProbe&, const StopProbe&) = default;
};

/// Whether microphone levels are to be measured and reported (with a live track).
struct MeasureMicrophone {
    bool on;
    friend bool operator==(const MeasureMicrophone&, const MeasureMicrophone&) = default;
};

/// On the clipboard. To be performed within the person's gesture. → TextCopied
struct CopyText {
    std::string text;
    friend bool operator==(const CopyText&, const CopyText&) = default;
};

/// A sentence for the browser's console.
struct Log {
    std::string text;
    friend bool operator==(const Log&, const Log&) = default;
};

using Effect =
    std::variant<OpenSocket, CloseSocket, SendMessage, StartTimer, StopTimer, OpenCapture,
                 EnableTrack, CloseCapture, OpenScreen, CloseScreen, OpenConnection,
                 CloseConnection, SetLocalDescription, SetRemoteDescription, AddIceCandidate,
                 ReadLocalDescription, RestartIce, EncodeVideo, PreferCodecs, MeasureConnection,
                 ShowSpeaking, ShowCamera, SendOnChannel, SendState, PlayRemoteMedia, Remember,
                 RememberSettings, KeepPlace, ForgetPlace, MeasureMicrophone, CopyText,
                 UseIceServers, ReadPath, Log, AdjustDevice, UseSpeaker, PlayTone, UseRelayOnly,
                 ProbeIce, StopProbe>;

using Effects = std::vector<Effect>;

}  // namespace malgil::call
