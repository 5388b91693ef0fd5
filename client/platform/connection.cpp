#include "client/platform/connection.hpp"

#include "client/platform/convert.hpp"
#include "client/platform/log.hpp"
#include "web/dom.hpp"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace malgil::platform {

namespace {

using web::TrackKind;

constexpr const char* channel_label = "chat";
constexpr const char* state_label = "state";
/// Far from those that browsers give out by themselves, and below what any of them takes.
constexpr int state_channel_id = 100;
/// Two of these with nothing between them tell a broken connection from a short gap, soon enough
/// that a call goes on within 3 s.
constexpr std::chrono::milliseconds report_interval{750};
constexpr double most_between_reports = 1000;  // in ms

web::IceTransportPolicy policy_of(bool relay_only) {
    return relay_only ? web::IceTransportPolicy::relay : web::IceTransportPolicy::all;
}

std::optional<web::RTCPeerConnection> create(const std::vector<web::RTCIceServer>& ice_servers,
                                             web::IceTransportPolicy policy) {
    // An address that this browser does not take must not cost the call on the same network.
    const auto without_servers = [policy](const web::DomError& error) {
        log_error("ICE servers are left out", error);
        return web::RTCPeerConnection::create({}, policy);
    };
    auto connection = web::RTCPeerConnection::create(ice_servers, policy).or_else(without_servers);
    if (connection)
        return *std::move(connection);
    log_error("no peer connection", connection.error());
    return std::nullopt;
}

}  // namespace

std::unique_ptr<Connection> Connection::open(const call::OpenConnection& effect,
                                             Surroundings around) {
    auto connection = create(to_web(effect.ice_servers), policy_of(effect.relay_only));
    if (!connection)
        return nullptr;
    // Not make_unique: the constructor is private.
    return std::unique_ptr<Connection>(
        new Connection(effect, *std::move(connection), std::move(around)));
}

Connection::Connection(const call::OpenConnection& effect, web::RTCPeerConnection connection,
                       Surroundings around)
    : id_(effect.connection),
      user_(effect.user),
      ice_servers_(to_web(effect.ice_servers)),
      ice_transport_policy_(policy_of(effect.relay_only)),
      around_(std::move(around)),
      remote_([this] { tell_tracks(); }),
      remote_screen_([this] { tell_tracks(); }),
      extended_(effect.extended),
      connection_(std::move(connection)) {
    listen();
    if (effect.offers)
        prepare_offer();
}

void Connection::listen() {
    connection_.listen({
        .on_negotiation_needed = [this] { around_.sink->post(call::NegotiationNeeded{id_}); },
        .on_ice_candidate =
            [this](const std::optional<web::RTCIceCandidateInit>& candidate) {
                call::IceCandidateFound found{.connection = id_, .candidate = std::nullopt};
                if (candidate)
                    found.candidate = from_web(*candidate);
                around_.sink->post(std::move(found));
            },
        .on_connection_state =
            [this](const std::string& word, const std::string& ice) {
                const auto state = connection_state(word);
                if (!state)
                    return;
                const bool was_up =
                    std::exchange(is_up_, *state == call::ConnectionState::connected ||
                                              *state == call::ConnectionState::disconnected);
                if (is_up_ && !was_up)
                    tell_arrived();
                around_.sink->post(call::ConnectionStateChanged{
                    .connection = id_,
                    .state = *state,
                    .by_dtls = *state == call::ConnectionState::failed && ice != "failed"});
            },
        .on_track = [this](
                        const web::MediaStreamTrack& track,
                        const web::RTCRtpTransceiver& transceiver) { receive(track, transceiver); },
        .on_data_channel = [this](web::val channel) { use_channel(std::move(channel)); },
    });
}

void Connection::prepare_offer() {
    origin_ = Origin::own_offer;
    open_state_channel();
    if (auto channel = connection_.create_data_channel(channel_label))
        use_channel(*std::move(channel));
    for (const TrackKind kind : {TrackKind::audio, TrackKind::video}) {
        if (const auto track = own_track(kind))
            add_own_track(*track);
        else if (const auto added = connection_.add_transceiver(kind, *around_.own); !added)
            log_error("addTransceiver", added.error());
    }
    apply_preferences();
    send_screen();
}

void Connection::use_channel(web::val channel) {
    // A later version may bring channels of its own.
    if (web::string_of(channel["label"]) != channel_label)
        return;
    channel_.emplace(
        std::move(channel),
        web::RTCDataChannel::Handlers{
            .on_open = [this] { around_.sink->post(call::ChannelOpened{id_}); },
            .on_message =
                [this](const std::string& text) {
                    around_.sink->post(call::ChannelMessage{.connection = id_, .data = text});
                },
            .on_close = [this] { around_.sink->post(call::ChannelClosed{id_}); }});
}

// Both sides open it with the same number: it is announced to nobody.
// https://www.w3.org/TR/webrtc/#dom-rtcdatachannelinit-negotiated

void Connection::open_state_channel() {
    if (!extended_)
        return;
    auto channel = connection_.create_data_channel(state_label, state_channel_id);
    if (!channel) {
        log_error("createDataChannel", channel.error());
        return;
    }
    state_channel_.emplace(
        *std::move(channel),
        web::RTCDataChannel::Handlers{
            .on_open =
                [this] {
                    for (const std::string& data : std::exchange(waiting_states_, {}))
                        send_state(data);
                },
            .on_message =
                [this](const std::string& text) {
                    around_.sink->post(call::StateMessage{.connection = id_, .data = text});
                },
            .on_close = [] {}});
}

void Connection::set_local_description() {
    connection_.set_local_description(
        alive_.guard([this] {
            if (const auto set = connection_.local_description())
                around_.sink->post(
                    call::LocalDescriptionSet{.connection = id_, .description = from_web(*set)});
        }),
        alive_.guard([this](const web::DomError& error) {
            around_.sink->post(call::DescriptionFailed{.connection = id_, .reason = error.text});
        }));
}

void Connection::set_remote_description(const protocol::SessionDescription& description) {
    const bool is_offer = description.type == protocol::SdpType::offer;
    const bool gives_way = is_offer && origin_ == Origin::own_offer && !has_remote_description_;
    if (gives_way)
        start_over();
    // Where nobody asked for a data channel, one of ours would take another negotiation.
    const bool has_data = description.sdp.contains("m=application");
    connection_.set_remote_description(
        to_web(description), alive_.guard([this, is_offer, has_data] {
            has_remote_description_ = true;
            if (is_offer && has_data && origin_ == Origin::none)
                open_state_channel();
            if (is_offer)
                take_offered_transceivers();
            around_.sink->post(call::RemoteDescriptionSet{id_});
        }),
        alive_.guard([this, gives_way](const web::DomError& error) {
            if (gives_way)
                prepare_offer();
            around_.sink->post(call::DescriptionFailed{.connection = id_, .reason = error.text});
        }));
}

// Both sides made a first offer, and this one gives way. Rolling back leaves transceivers that were
// made without a track behind, as further m-lines (RFC 9429 §4.1.10.2, §5.10), and the data channel
// as a second one. Nothing was agreed on yet, so a new connection costs nothing.

void Connection::start_over() {
    auto fresh = create(ice_servers_, ice_transport_policy_);
    if (!fresh)
        return;
    channel_.reset();
    state_channel_.reset();
    voice_.reset();
    playing_.reset();
    screen_sender_.forget();
    connection_ = *std::move(fresh);
    origin_ = Origin::none;
    listen();
}

void Connection::tell_arrived() {
    if (!is_up_)
        return;
    next_report_ = web::Timer(report_interval, [this] { tell_arrived(); });
    if (has_played_more())
        ++arrived_;
    // On a computer that is too busy for its timers, silence tells nothing of the network.
    const double now = web::now_ms();
    const bool is_late = now - std::exchange(last_report_, now) > most_between_reports;
    if (!is_late)
        around_.sink->post(call::MediaArrived{.connection = id_, .count = arrived_});
}

// Each question waits for the browser's media thread, so no more of them than it takes: what told
// of more the last time is asked first.
bool Connection::has_played_more() {
    const double before = last_played_;
    last_played_ = std::max(before, heard_);
    const auto tells_of_more = [&](const web::RTCRtpTransceiver& transceiver) {
        last_played_ = std::max(last_played_, transceiver.last_played().value_or(0));
        return last_played_ > before;
    };
    if (last_played_ > before || (playing_ && tells_of_more(*playing_)))
        return true;
    const auto transceivers = connection_.transceivers();
    const auto found = std::ranges::find_if(transceivers, tells_of_more);
    playing_ = found == transceivers.end() ? std::nullopt : std::optional(*found);
    return playing_.has_value();
}

void Connection::add_ice_candidate(const std::optional<protocol::IceCandidate>& candidate) {
    std::optional<web::RTCIceCandidateInit> init;
    if (candidate)
        init = to_web(*candidate);
    connection_.add_ice_candidate(
        init, [](const web::DomError& error) { log_error("addIceCandidate", error); });
}

void Connection::read_local_description() {
    if (const auto description = connection_.local_description())
        around_.sink->post(
            call::LocalDescriptionRead{.connection = id_, .description = from_web(*description)});
}

void Connection::use_ice_servers(const std::vector<protocol::IceServer>& ice_servers) {
    ice_servers_ = to_web(ice_servers);
    if (const auto used = connection_.set_ice_servers(ice_servers_); !used)
        log_error("setConfiguration", used.error());
}

void Connection::restart_ice() {
    connection_.restart_ice();
}

void Connection::send_state(const std::string& data) {
    if (!state_channel_ || !state_channel_->is_open())
        waiting_states_.push_back(data);
    else if (const auto sent = state_channel_->send(data); !sent)
        log_error("RTCDataChannel.send", sent.error());
}

void Connection::use_relay_only(bool relay_only) {
    ice_transport_policy_ = policy_of(relay_only);
    if (const auto used = connection_.set_ice_transport_policy(ice_transport_policy_); !used)
        log_error("setConfiguration", used.error());
}

void Connection::send_on_channel(const std::string& data) {
    if (!channel_)
        log("a text for a channel that is not there");
    else if (const auto sent = channel_->send(data); !sent)
        log_error("RTCDataChannel.send", sent.error());
}

}  // namespace malgil::platform
