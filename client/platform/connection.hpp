#pragma once

#include "client/call/effects.hpp"
#include "client/platform/event_sink.hpp"
#include "client/platform/remote_media.hpp"
#include "client/platform/screen_sender.hpp"
#include "web/alive.hpp"
#include "web/error.hpp"
#include "web/media_stream.hpp"
#include "web/rtc_data_channel.hpp"
#include "web/rtc_peer_connection.hpp"
#include "web/timer.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace malgil::platform {

/// The connection to one peer: an RTCPeerConnection, its data channel `chat`, what it sends and
/// what arrives. Nothing is posted any more once it is destroyed.
class Connection {
public:
    /// What a connection needs from around it; all of it outlives the connection.
    struct Surroundings {
        EventSink* sink = nullptr;
        /// One's own tracks at present.
        const web::MediaStream* own = nullptr;
        /// One's own screen, as far as it is shared.
        const web::MediaStream* screen = nullptr;
        /// A track came; the stream is always the same.
        std::function<void(const call::UserId& user, const web::MediaStream& stream)> on_stream;
        /// The peer's screen came, or went: no stream.
        std::function<void(const call::UserId& user, const web::MediaStream* stream)> on_screen;
    };

    /// nullptr where the browser makes none; that is logged.
    [[nodiscard]] static std::unique_ptr<Connection> open(const call::OpenConnection& effect,
                                                          Surroundings around);

    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    Connection(Connection&&) = delete;
    Connection& operator=(Connection&&) = delete;
    ~Connection() = default;

    [[nodiscard]] const call::UserId& user() const noexcept { return user_; }

    void set_local_description();
    void set_remote_description(const protocol::SessionDescription& description);
    void add_ice_candidate(const std::optional<protocol::IceCandidate>& candidate);
    void read_local_description();
    void use_ice_servers(const std::vector<protocol::IceServer>& ice_servers);
    void read_path();
    void restart_ice();
    void use_relay_only(bool relay_only);
    void encode_video(const call::EncodeVideo& effect);
    void prefer_codecs(const call::PreferCodecs& effect);
    void measure();
    void send_on_channel(const std::string& data);
    void send_state(const std::string& data);

    void show_camera(bool on) { remote_.show_video(on); }

    /// How loud the peer is now, 0 to 1; 0 where nothing new was heard since the last time.
    [[nodiscard]] float voice_level();

    /// One's own stream has other tracks than before.
    void send_own_tracks();
    /// The same for one's own screen.
    void send_screen();

private:
    Connection(const call::OpenConnection& effect, web::RTCPeerConnection connection,
               Surroundings around);

    /// What made the transceivers.
    enum class Origin { none, own_offer, offer_of_the_peer };

    struct Arriving {
        bool audio = false;
        bool video = false;
        bool screen = false;
        bool screen_audio = false;
        friend bool operator==(const Arriving&, const Arriving&) = default;
    };

    void listen();
    void prepare_offer();
    void start_over();
    void take_offered_transceivers();
    void use_channel(web::val channel);
    void open_state_channel();
    /// The one that both sides send this kind by.
    [[nodiscard]] std::optional<web::RTCRtpTransceiver> transceiver_of(web::TrackKind kind) const;
    [[nodiscard]] std::optional<web::MediaStreamTrack> own_track(web::TrackKind kind) const;
    void add_own_track(const web::MediaStreamTrack& track);
    void receive(const web::MediaStreamTrack& track, const web::RTCRtpTransceiver& transceiver);
    void tell_tracks();
    /// Again and again while it is up.
    void tell_arrived();
    /// Whether anything was played since it was asked before.
    bool has_played_more();
    void apply_preferences();

    call::ConnectionId id_;
    call::UserId user_;
    std::vector<web::RTCIceServer> ice_servers_;
    web::IceTransportPolicy ice_transport_policy_;
    Surroundings around_;
    RemoteMedia remote_;
    RemoteMedia remote_screen_;
    bool extended_;
    ScreenSender screen_sender_;
    Arriving told_;
    /// As the person chose; no value: nothing was ever chosen.
    std::optional<call::PreferCodecs> preferences_;
    Origin origin_ = Origin::none;
    bool has_remote_description_ = false;
    /// What the peer's voice comes by, once it is known.
    std::optional<web::RTCRtpTransceiver> voice_;
    double heard_ = 0;  // AudioLevel::timestamp
    web::RTCPeerConnection connection_;
    std::optional<web::RTCDataChannel> channel_;
    std::optional<web::RTCDataChannel> state_channel_;
    std::vector<std::string> waiting_states_;  // until that is open
    bool is_up_ = false;
    std::uint64_t arrived_ = 0;  // MediaArrived::count
    double last_played_ = 0;     // RTCRtpTransceiver::last_played
    /// What told of more the last time.
    std::optional<web::RTCRtpTransceiver> playing_;
    double last_report_ = 0;  // web::now_ms
    web::Timer next_report_;
    web::Alive alive_;
};

}  // namespace malgil::platform
