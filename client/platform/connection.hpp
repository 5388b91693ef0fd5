#pragma once

#include "client/call/effects.hpp"
#include "client/platform/event_sink.hpp"
#include "client/platform/remote_media.hpp"
#include "web/alive.hpp"
#include "web/error.hpp"
#include "web/media_stream.hpp"
#include "web/rtc_data_channel.hpp"
#include "web/rtc_peer_connection.hpp"
#include "web/timer.hpp"

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
        /// A track came; the stream is always the same.
        std::function<void(const call::UserId& user, const web::MediaStream& stream)> on_stream;
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
    void encode_video(const call::VideoEncoding& encoding);
    void send_on_channel(const std::string& data);

    /// One's own stream has other tracks than before.
    void send_own_tracks();

private:
    Connection(const call::OpenConnection& effect, web::RTCPeerConnection connection,
               Surroundings around);

    /// What made the transceivers.
    enum class Origin { none, own_offer, offer_of_the_peer };

    struct Arriving {
        bool audio = false;
        bool video = false;
        friend bool operator==(const Arriving&, const Arriving&) = default;
    };

    void listen();
    void prepare_offer();
    void start_over();
    void take_offered_transceivers();
    void use_channel(web::val channel);
    /// The one that both sides send this kind by.
    [[nodiscard]] std::optional<web::RTCRtpTransceiver> transceiver_of(web::TrackKind kind) const;
    [[nodiscard]] std::optional<web::MediaStreamTrack> own_track(web::TrackKind kind) const;
    void add_own_track(const web::MediaStreamTrack& track);
    void tell_tracks();
    /// Again and again while it is up.
    void tell_received();

    call::ConnectionId id_;
    call::UserId user_;
    std::vector<web::RTCIceServer> ice_servers_;
    Surroundings around_;
    RemoteMedia remote_;
    Arriving told_;
    Origin origin_ = Origin::none;
    bool has_remote_description_ = false;
    web::RTCPeerConnection connection_;
    std::optional<web::RTCDataChannel> channel_;
    bool is_up_ = false;
    web::Timer next_report_;
    web::Alive alive_;
};

}  // namespace malgil::platform
