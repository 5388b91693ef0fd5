#pragma once

#include "client/call/codecs.hpp"
#include "client/call/devices.hpp"
#include "client/call/ids.hpp"
#include "client/call/measurement.hpp"
#include "client/call/media.hpp"
#include "client/call/screen.hpp"
#include "client/call/settings.hpp"
#include "server/protocol/messages.hpp"
#include "server/protocol/session_description.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What comes in to the call core.
namespace malgil::call {

enum class Language { english, korean };

// ---- intents: what the person asked for ---------------------------------------------------------

/// "Call" was pressed; the fields as typed, already NFC (the platform normalises). The core trims
/// spaces and checks them.
struct Call {
    std::string user;
    std::string channel;
    friend bool operator==(const Call&, const Call&) = default;
};

/// Also leaves while still calling.
struct HangUp {
    friend bool operator==(const HangUp&, const HangUp&) = default;
};

struct ToggleDevice {
    Device device;
    friend bool operator==(const ToggleDevice&, const ToggleDevice&) = default;
};

/// A key or a button is held down to talk, or let go.
struct Talk {
    bool on;
    friend bool operator==(const Talk&, const Talk&) = default;
};

/// Asks for camera and microphone again, after a refusal or a device that was missing or in use.
struct RetryCapture {
    friend bool operator==(const RetryCapture&, const RetryCapture&) = default;
};

struct SendText {
    std::string text;
    friend bool operator==(const SendText&, const SendText&) = default;
};

/// Does not wait for the count-down to the next attempt.
struct RetryNow {
    friend bool operator==(const RetryNow&, const RetryNow&) = default;
};

/// A tap that lets the browser play sound it held back.
struct StartPlayback {
    friend bool operator==(const StartPlayback&, const StartPlayback&) = default;
};

struct DismissNotice {
    NoticeId notice;
    friend bool operator==(const DismissNotice&, const DismissNotice&) = default;
};

struct ChooseLanguage {
    Language language;
    friend bool operator==(const ChooseLanguage&, const ChooseLanguage&) = default;
};

/// Shares a screen, a window or a tab beside the camera; or shares it no more.
struct ToggleScreen {
    friend bool operator==(const ToggleScreen&, const ToggleScreen&) = default;
};

struct ToggleHand {
    friend bool operator==(const ToggleHand&, const ToggleHand&) = default;
};

enum class Reaction { thumbs_up, heart, laughter, applause, celebration, surprise };

struct React {
    Reaction reaction;
    friend bool operator==(const React&, const React&) = default;
};

/// What the person chooses from now on, all of it.
struct ChangeSettings {
    Settings settings;
    friend bool operator==(const ChangeSettings&, const ChangeSettings&) = default;
};

/// Somebody looks at what is measured from now on, or no longer.
struct WatchStatistics {
    bool on;
    friend bool operator==(const WatchStatistics&, const WatchStatistics&) = default;
};

/// For a bug report: all that was measured, on the clipboard.
struct CopyStatistics {
    friend bool operator==(const CopyStatistics&, const CopyStatistics&) = default;
};

/// The settings are open, or no longer: they show how loud the microphone is, in a call as well.
struct ShowMeter {
    bool shown;
    friend bool operator==(const ShowMeter&, const ShowMeter&) = default;
};

struct PlayTestTone {
    friend bool operator==(const PlayTestTone&, const PlayTestTone&) = default;
};

/// Anew, unless a check is under way.
struct CheckConnection {
    friend bool operator==(const CheckConnection&, const CheckConnection&) = default;
};

using Intent =
    std::variant<Call, HangUp, ToggleDevice, Talk, RetryCapture, SendText, RetryNow, StartPlayback,
                 DismissNotice, ChooseLanguage, ToggleScreen, ToggleHand, React, ChangeSettings,
                 WatchStatistics, CopyStatistics, ShowMeter, PlayTestTone, CheckConnection>;

// ---- the platform -------------------------------------------------------------------------------

/// Where the page is in a call: what gives the place back to it when it is loaded again.
struct Place {
    std::string user;
    std::string channel;
    std::string token;
    friend bool operator==(const Place&, const Place&) = default;
};

/// The first event. What the browser can do, and what was typed last time or came in the address.
struct Started {
    bool has_webrtc = true;      // RTCPeerConnection exists
    bool secure_context = true;  // https: or localhost
    bool can_share_screen = false;
    bool can_choose_speaker = false;
    Language language = Language::english;
    std::string user;
    std::string channel;
    Settings settings{};
    /// That this browser can send; none: it does not tell.
    Codecs codecs{};
    std::string user_agent{};
    /// The page was loaded again in a call.
    std::optional<Place> place = std::nullopt;
};

/// The page goes: it is closed, loaded again, or left for another one.
struct PageHidden {};

struct TimerFired {
    TimerId timer;
};

/// The page came to the foreground: worth trying the server at once.
struct NetworkCameBack {};

/// Another network, or another kind of it: `online` of the browser, or `change` of its
/// NetworkInformation. Addresses of this side may be void, though no connection shows it yet.
/// https://wicg.github.io/netinfo/
struct NetworkChanged {};

// ---- the signalling socket ----------------------------------------------------------------------

struct SocketOpened {
    SocketId socket;
};

/// Failed to open, or closed later; exactly one per OpenSocket that was not closed by CloseSocket.
struct SocketClosed {
    SocketId socket;
};

struct MessageReceived {
    SocketId socket;
    protocol::ServerMessage message;
};

// ---- camera and microphone ----------------------------------------------------------------------

/// The answer to OpenCapture, per device that was asked for: no value is success.
struct CaptureEnded {
    CaptureId capture;
    std::optional<CaptureError> microphone;
    std::optional<CaptureError> camera;
    /// Of the camera's picture, in pixels; 0 where there is none, or the browser does not tell.
    int camera_height = 0;
    OpenedDevice opened_microphone{};
    OpenedDevice opened_camera{};
};

/// A live track ended by itself: unplugged, or taken away by the browser.
struct DeviceLost {
    CaptureId capture;
    Device device;
};

/// The answer to AdjustDevice. No error: it is as wished.
struct DeviceAdjusted {
    CaptureId capture;
    Device device;
    std::optional<CaptureError> error;
    /// With an error: it goes on as it was. False where it had to be closed, and is.
    bool kept = true;
    OpenedDevice opened{};
    int camera_height = 0;  // see CaptureEnded
};

/// Every camera, microphone and speaker there is: at the start, after devices were opened (names
/// come with the permission), and when one is plugged in or out.
/// https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-enumeratedevices
struct DevicesChanged {
    std::vector<DeviceInfo> devices;
};

/// Sound cannot go to that speaker.
struct SpeakerFailed {
    std::string id;
};

struct MicrophoneLevel {
    float level;  // 0 to 1
};

/// How loud the peers are at present, 0 to 1, ten times a second while one of them is.
struct VoicesMeasured {
    struct Voice {
        ConnectionId connection;
        float level = 0;
    };

    std::vector<Voice> voices;
};

// ---- what the views show ------------------------------------------------------------------------

/// The sizes at which the peers' pictures are shown now, where they are not those of before. Of a
/// peer that is not named, nothing is known yet.
struct VideosShown {
    struct Video {
        UserId user;
        bool screen = false;
        /// Of the whole picture as it is scaled, also where a part of it is cut off; in pixels of
        /// the device. 0: it is not shown.
        int height = 0;
        friend bool operator==(const Video&, const Video&) = default;
    };

    std::vector<Video> videos;
    friend bool operator==(const VideosShown&, const VideosShown&) = default;
};

// ---- one's own screen ---------------------------------------------------------------------------

/// The answer to OpenScreen. No error: it is shared from now on.
struct ScreenOpened {
    CaptureId capture;
    std::optional<ScreenError> error;
};

/// Sharing ended by itself: from the browser's own bar, or with the window that was shared.
struct ScreenLost {
    CaptureId capture;
};

// ---- the connection check -----------------------------------------------------------------------

/// The answer to ProbeIce: whether such a candidate was found.
struct IceProbed {
    ProbeId probe;
    bool found;
};

// ---- peer connections ---------------------------------------------------------------------------

/// https://www.w3.org/TR/webrtc/#event-negotiation
struct NegotiationNeeded {
    ConnectionId connection;
};

/// SetLocalDescription succeeded; the description as `localDescription` has it now.
struct LocalDescriptionSet {
    ConnectionId connection;
    protocol::SessionDescription description;
};

struct RemoteDescriptionSet {
    ConnectionId connection;
};

/// SetLocalDescription or SetRemoteDescription was rejected.
struct DescriptionFailed {
    ConnectionId connection;
    std::string reason;  // for the log
};

/// `std::nullopt`: no more candidates.
struct IceCandidateFound {
    ConnectionId connection;
    std::optional<protocol::IceCandidate> candidate;
};

/// The answer to ReadLocalDescription.
struct LocalDescriptionRead {
    ConnectionId connection;
    protocol::SessionDescription description;
};

/// https://www.w3.org/TR/webrtc/#rtcpeerconnectionstate-enum
enum class ConnectionState { new_, connecting, connected, disconnected, failed, closed };

struct ConnectionStateChanged {
    ConnectionId connection;
    ConnectionState state;
};

/// The answer to ReadPath.
struct PathRead {
    ConnectionId connection;
    /// What this side sends leaves by a TURN server of its own.
    bool relayed = false;
};

/// All that has arrived over a connection so far, of whatever kind. Comes about every 750 ms while
/// it is connected or disconnected.
struct BytesReceived {
    ConnectionId connection;
    std::uint64_t bytes;
};

/// What arrives of a peer now: muted or absent tracks count as none.
struct RemoteTracksChanged {
    ConnectionId connection;
    bool audio = false;
    bool video = false;
    bool screen = false;
    bool screen_audio = false;
};

/// The answer to MeasureConnection.
struct ConnectionMeasured {
    ConnectionId connection;
    Measurement measurement;
};

/// The answer to CopyText.
struct TextCopied {
    bool copied;
};

/// The browser does not play sound without a gesture (HTMLMediaElement.play(): NotAllowedError).
struct PlaybackBlocked {};

struct PlaybackStarted {};

// ---- the data channel `chat` --------------------------------------------------------------------

struct ChannelOpened {
    ConnectionId connection;
};

struct ChannelClosed {
    ConnectionId connection;
};

struct ChannelMessage {
    ConnectionId connection;
    std::string data;
};

/// On the data channel `state`.
struct StateMessage {
    ConnectionId connection;
    std::string data;
};

using Event = std::variant<
    Intent, Started, PageHidden, TimerFired, NetworkCameBack, NetworkChanged, SocketOpened,
    SocketClosed, MessageReceived, CaptureEnded, DeviceLost, VoicesMeasured, VideosShown,
    ScreenOpened, ScreenLost, MicrophoneLevel, NegotiationNeeded, LocalDescriptionSet,
    RemoteDescriptionSet, DescriptionFailed, IceCandidateFound, LocalDescriptionRead,
    ConnectionStateChanged, RemoteTracksChanged, ConnectionMeasured, TextCopied, PlaybackBlocked,
    PlaybackStarted, ChannelOpened, ChannelClosed, ChannelMessage, PathRead, BytesReceived,
    StateMessage, DeviceAdjusted, DevicesChanged, SpeakerFailed, IceProbed>;

}  // namespace malgil::call
