#include "client/browser_platform.hpp"

#include "client/platform/log.hpp"
#include "client/platform/memory.hpp"
#include "web/clipboard.hpp"
#include "web/dom.hpp"
#include "web/val.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>
#include <variant>

namespace malgil::platform {

namespace {

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

call::Milliseconds milliseconds(double value) {
    return call::Milliseconds(static_cast<std::int64_t>(value));
}

}  // namespace

BrowserPlatform::BrowserPlatform(EventSink& sink, shell::VideoLayer& videos)
    : sink_(sink),
      videos_(videos),
      socket_(sink_),
      devices_(sink_),
      capture_(
          sink_,
          [this] {
              for (const auto& [id, connection] : connections_)
                  connection->send_own_tracks();
          },
          [this] { devices_.read(); }),
      screen_(sink_,
              [this] {
                  for (const auto& [id, connection] : connections_)
                      connection->send_screen();
                  show_own_screen();
              }),
      probes_(sink_),
      voices_(sink_, connections_) {
    videos_.set_playback_callbacks([this] { sink_.post(call::PlaybackBlocked{}); },
                                   [this] { sink_.post(call::PlaybackStarted{}); });
    listeners_.emplace_back(web::window(), "online",
                            [this](const web::val&) { sink_.post(call::NetworkChanged{}); });
    // Chromium alone has it, and is silent where only the address is another one.
    if (const web::val connection = web::val::global("navigator")["connection"];
        !web::is_nullish(connection))
        listeners_.emplace_back(connection, "change",
                                [this](const web::val&) { sink_.post(call::NetworkChanged{}); });
    listeners_.emplace_back(web::document(), "visibilitychange", [this](const web::val&) {
        if (web::string_of(web::document()["visibilityState"]) == "visible")
            sink_.post(call::NetworkCameBack{});
    });
}

void BrowserPlatform::perform(const call::Effect& effect) {
    // What is meant for a connection that is closed by now is void.
    const auto on = [this](call::ConnectionId id, const auto& action) {
        if (Connection* const connection = find(id))
            action(*connection);
    };
    std::visit(Overloaded{
                   [this](const call::OpenSocket& e) { socket_.perform(e); },
                   [this](const call::CloseSocket& e) { socket_.perform(e); },
                   [this](const call::SendMessage& e) { socket_.perform(e); },
                   [this](const call::StartTimer& e) { start(e); },
                   [this](const call::StopTimer& e) { timers_.erase(e.timer); },
                   [this](const call::OpenCapture& e) { capture_.perform(e); },
                   [this](const call::AdjustDevice& e) { capture_.perform(e); },
                   [this](const call::UseSpeaker& e) { use_speaker(e.id); },
                   [this](const call::PlayTone& e) { tone_.play(e.speaker); },
                   [this](const call::ProbeIce& e) { probes_.perform(e); },
                   [this](const call::StopProbe& e) { probes_.perform(e); },
                   [this](const call::EnableTrack& e) { capture_.perform(e); },
                   [this](const call::MeasureMicrophone& e) { capture_.perform(e); },
                   [this](const call::CloseCapture& e) { capture_.perform(e); },
                   [this](const call::OpenScreen& e) { screen_.perform(e); },
                   [this](const call::CloseScreen& e) { screen_.perform(e); },
                   [this](const call::OpenConnection& e) { open(e); },
                   [this](const call::CloseConnection& e) { close(e.connection); },
                   [&](const call::SetLocalDescription& e) {
                       on(e.connection, [](Connection& c) { c.set_local_description(); });
                   },
                   [&](const call::SetRemoteDescription& e) {
                       on(e.connection,
                          [&](Connection& c) { c.set_remote_description(e.description); });
                   },
                   [&](const call::AddIceCandidate& e) {
                       on(e.connection, [&](Connection& c) { c.add_ice_candidate(e.candidate); });
                   },
                   [&](const call::ReadLocalDescription& e) {
                       on(e.connection, [](Connection& c) { c.read_local_description(); });
                   },
                   [&](const call::UseIceServers& e) {
                       on(e.connection, [&](Connection& c) { c.use_ice_servers(e.ice_servers); });
                   },
                   [&](const call::ReadPath& e) {
                       on(e.connection, [](Connection& c) { c.read_path(); });
                   },
                   [&](const call::UseRelayOnly& e) {
                       on(e.connection, [&](Connection& c) { c.use_relay_only(e.relay_only); });
                   },
                   [&](const call::RestartIce& e) {
                       on(e.connection, [](Connection& c) { c.restart_ice(); });
                   },
                   [&](const call::EncodeVideo& e) {
                       on(e.connection, [&](Connection& c) { c.encode_video(e); });
                   },
                   [this](const call::ShowSpeaking& e) {
                       videos_.set_speaking({.user_id = e.user.str()}, e.on);
                   },
                   [&](const call::ShowCamera& e) {
                       on(e.connection, [&](Connection& c) { c.show_camera(e.on); });
                   },
                   [&](const call::PreferCodecs& e) {
                       on(e.connection, [&](Connection& c) { c.prefer_codecs(e); });
                   },
                   [&](const call::MeasureConnection& e) {
                       on(e.connection, [](Connection& c) { c.measure(); });
                   },
                   [&](const call::SendOnChannel& e) {
                       on(e.connection, [&](Connection& c) { c.send_on_channel(e.data); });
                   },
                   [&](const call::SendState& e) {
                       on(e.connection, [&](Connection& c) { c.send_state(e.data); });
                   },
                   [this](const call::PlayRemoteMedia&) { videos_.play_held(); },
                   [](const call::Remember& e) { remember(e); },
                   [](const call::RememberSettings& e) { remember(e.settings); },
                   [](const call::KeepPlace& e) { keep(e.place); },
                   [](const call::ForgetPlace&) { forget_place(); },
                   [this](const call::CopyText& e) {
                       web::write_to_clipboard(
                           e.text, [this](bool copied) { sink_.post(call::TextCopied{copied}); });
                   },
                   [](const call::Log& e) { log(e.text); },
               },
               effect);
}

void BrowserPlatform::start(const call::StartTimer& effect) {
    timers_[effect.timer] = web::Timer(effect.delay, [this, timer = effect.timer] {
        timers_.erase(timer);
        sink_.post(call::TimerFired{timer});
    });
}

void BrowserPlatform::open(const call::OpenConnection& effect) {
    auto connection = Connection::open(
        effect, {.sink = &sink_,
                 .own = &capture_.stream(),
                 .screen = &screen_.stream(),
                 .on_stream =
                     [this](const call::UserId& user, const web::MediaStream& stream) {
                         videos_.set_stream({.user_id = user.str()}, stream.js());
                     },
                 .on_screen =
                     [this](const call::UserId& user, const web::MediaStream* stream) {
                         const frame::VideoId video{.user_id = user.str(), .screen = true};
                         if (stream != nullptr)
                             videos_.set_stream(video, stream->js());
                         else
                             videos_.remove(video);
                     }});
    if (connection) {
        connections_[effect.connection] = std::move(connection);
        voices_.start();
        return;
    }
    sink_.post(call::ConnectionStateChanged{.connection = effect.connection,
                                            .state = call::ConnectionState::failed});
}

void BrowserPlatform::close(call::ConnectionId id) {
    const auto found = connections_.find(id);
    if (found == connections_.end())
        return;
    const call::UserId user = found->second->user();
    connections_.erase(found);
    // Somebody who came back may have a newer connection already.
    const bool is_shown = std::ranges::any_of(
        connections_, [&](const auto& entry) { return entry.second->user() == user; });
    if (is_shown)
        return;
    videos_.remove({.user_id = user.str()});
    videos_.remove({.user_id = user.str(), .screen = true});
}

Connection* BrowserPlatform::find(call::ConnectionId id) const {
    const auto found = connections_.find(id);
    return found == connections_.end() ? nullptr : found->second.get();
}

void BrowserPlatform::use_speaker(const std::string& id) {
    videos_.use_speaker(id, [this, id] { sink_.post(call::SpeakerFailed{id}); });
}

void BrowserPlatform::show_self_as(const std::string& user) {
    if (self_ == user)
        return;
    if (self_) {
        videos_.remove({.user_id = *self_, .self = true});
        videos_.remove({.user_id = *self_, .self = true, .screen = true});
    }
    self_ = user;
    videos_.set_stream({.user_id = user, .self = true}, capture_.stream().js());
    show_own_screen();
}

void BrowserPlatform::show_own_screen() {
    if (!self_)
        return;
    const frame::VideoId video{.user_id = *self_, .self = true, .screen = true};
    if (screen_.stream().tracks().empty())
        videos_.remove(video);
    else
        videos_.set_stream(video, screen_.stream().js());
}

call::Moment BrowserPlatform::moment() {
    return {.now = milliseconds(web::now_ms()),
            .wall = milliseconds(web::wall_clock_ms()),
            .random = random_.next()};
}

}  // namespace malgil::platform
