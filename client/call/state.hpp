#pragma once

#include "client/call/chat.hpp"
#include "client/call/codecs.hpp"
#include "client/call/connection_check.hpp"
#include "client/call/devices.hpp"
#include "client/call/events.hpp"
#include "client/call/ice_role.hpp"
#include "client/call/ids.hpp"
#include "client/call/measuring.hpp"
#include "client/call/media.hpp"
#include "client/call/negotiation.hpp"
#include "client/call/notices.hpp"
#include "client/call/presence.hpp"
#include "client/call/pulse.hpp"
#include "client/call/screen.hpp"
#include "client/call/settings.hpp"
#include "client/call/signaling.hpp"
#include "client/call/sizes.hpp"
#include "client/call/speech.hpp"
#include "client/call/timers.hpp"
#include "client/call/video_encoding.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace malgil::call {

enum class Phase {
    lobby,
    calling,  // Call was pressed; the server has not let us in yet
    in_call,  // in the channel, alone or not, whether or not the server is there
};

/// Why ICE is to be restarted on a connection: ice_restart.hpp.
struct IceRestart {
    /// There are newer ICE servers than those its candidates were gathered with: a TURN server may
    /// soon refuse the credentials of a relay among them.
    bool outdated = false;
    /// PathRead is to say whether it is left to the other side at first.
    bool considered = false;
    /// As soon as signals get through to the peer.
    bool due = false;

    friend bool operator==(const IceRestart&, const IceRestart&) = default;
};

/// Another member of the channel, and the connection to it.
struct Peer {
    UserId user;
    int protocol = 0;  // 0: a tutorial client
    /// 0 until there is one: with a newcomer it begins with its offer.
    ConnectionId connection{};
    Negotiation negotiation{};
    ConnectionState state = ConnectionState::new_;
    /// Attempts to repair the connection since it was last connected. An offer of a new connection
    /// over there does not begin the count anew: two sides that repair would never end.
    int repairs = 0;
    /// Since when it is connected (Moment::now). 0: never yet.
    Milliseconds connected{0};
    /// When its latest description came (Moment::now). It may have restarted ICE.
    Milliseconds described{0};
    /// The fragment of that: another one has restarted ICE.
    std::string ice_fragment{};
    IceRoleKeepers ice_role_keepers{};
    Pulse pulse{};
    PeerPath path{};
    /// How one's video is sent to it.
    VideoEncoding encoding{};
    VideoEncoding screen_encoding{};
    /// That its descriptions offer; none: there was none yet.
    Codecs codecs{};
    Speech speech{};
    /// The size at which it shows one's pictures. No value: it does not tell.
    std::optional<Sizes> shows{};
    /// What it was told of the size at which this page shows its pictures.
    std::optional<Sizes> told_sizes{};
    std::optional<Reaction> reaction{};
    /// No value: it does not tell, as a tutorial client.
    std::optional<Presence> presence{};

    bool sends_audio = false;
    bool sends_video = false;
    bool sends_screen = false;
    bool sends_screen_audio = false;
    bool channel_open = false;
    /// At some time: see takes_texts.
    bool channel_was_open = false;
    IceRestart ice_restart{};
    /// The server has it in the channel. False while the server is away from one of the two: the
    /// media goes on for as long as the connection holds.
    bool present = true;
    /// The connection could not be made, or not be made again; it is tried no more for now.
    bool unreachable = false;

    /// Can be written to: now, or, if it acknowledges what it gets, as soon as it is back.
    [[nodiscard]] bool takes_texts() const {
        return channel_open || (channel_was_open && protocol > 0);
    }

    [[nodiscard]] ChatPeer chat_peer() const;
};

/// Peers that are kept at the most, whatever a server says.
inline constexpr std::size_t max_roster = 64;

/// What is wrong with the form in the lobby.
struct FormErrors {
    std::optional<protocol::NameError> user;
    std::optional<protocol::NameError> channel;

    friend bool operator==(const FormErrors&, const FormErrors&) = default;
};

/// The whole of a call. Only `update` (call.hpp) changes it; views read it.
struct State {
    Phase phase = Phase::lobby;
    Language language = Language::english;
    bool has_webrtc = true;

    /// Filled in at the start, and as joined from then on. The lobby's fields begin with these.
    std::string user;
    std::string channel;
    FormErrors form_errors;

    Settings settings;
    Signaling signaling;
    MediaState media;
    /// That this browser can send; none: it does not tell.
    Codecs codecs;
    std::string user_agent;
    Devices devices;
    ConnectionCheck check;
    bool settings_shown = false;    // they have a meter of the microphone
    bool can_share_screen = false;  // the browser knows getDisplayMedia
    ScreenShare screen;
    bool hand = false;  // one's own is raised
    std::optional<Reaction> reaction{};
    /// What the peers were told last.
    Presence told;
    MutedSpeech muted_speech;
    /// The sizes that the views show pictures at.
    VideosShown shown;
    /// In the order of their joining.
    std::vector<Peer> roster;
    /// Peers that were removed since the server was lost: it may know them still.
    std::vector<UserId> given_up{};
    Chat chat;
    Notices notices;

    /// Since when the call is (wall clock), for showing. 0 outside a call.
    Milliseconds started{0};
    bool playback_blocked = false;
    /// Somebody looks at what is measured.
    bool watches_statistics = false;
    /// The last event changed nothing that is drawn.
    bool unseen = false;
    /// There are many members.
    bool heavy = false;

    /// Since when the server refuses the user ID as taken, in a call that had it before.
    std::optional<Milliseconds> taken_since;

    /// What the timers that run are for.
    Timers timers;
    /// The last number given out, one counter for every kind of Id.
    std::uint32_t last_id = 0;

    /// nullptr where there is none.
    [[nodiscard]] const Peer* find_peer(const UserId& other) const;
    [[nodiscard]] const Peer* find_peer(ConnectionId connection) const;
    [[nodiscard]] Peer* find_peer(const UserId& other);
    [[nodiscard]] Peer* find_peer(ConnectionId connection);

    /// Whether anybody could receive a text now.
    [[nodiscard]] bool can_send_text() const;
};

}  // namespace malgil::call
