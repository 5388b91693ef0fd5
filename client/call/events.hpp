#pragma once

#include "client/call/codecs.hpp"
#include "client/call/connection_events.hpp"
#include "client/call/devices.hpp"
#include "client/call/ids.hpp"
#include "client/call/intents.hpp"
#include "client/call/media.hpp"
#include "client/call/screen.hpp"
#include "client/call/settings.hpp"
#include "server/protocol/messages.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What comes in to the call core.
namespace malgil::call {

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

/// The answer to CopyText.
struct TextCopied {
    bool copied;
};

/// The browser does not play sound without a gesture (HTMLMediaElement.play(): NotAllowedError).
struct PlaybackBlocked {};

struct PlaybackStarted {};

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

using Event = std::variant<
    Intent, Started, PageHidden, TimerFired, NetworkCameBack, NetworkChanged, SocketOpened,
    SocketClosed, MessageReceived, CaptureEnded, DeviceLost, VoicesMeasured, VideosShown,
    ScreenOpened, ScreenLost, MicrophoneLevel, NegotiationNeeded, LocalDescriptionSet,
    RemoteDescriptionSet, DescriptionFailed, IceCandidateFound, LocalDescriptionRead,
    ConnectionStateChanged, RemoteTracksChanged, ConnectionMeasured, TextCopied, PlaybackBlocked,
    PlaybackStarted, ChannelOpened, ChannelClosed, ChannelMessage, PathRead, MediaArrived,
    StateMessage, DeviceAdjusted, DevicesChanged, SpeakerFailed, IceProbed>;

}  // namespace malgil::call
