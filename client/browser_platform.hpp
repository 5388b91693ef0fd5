#pragma once

#include "client/call/effects.hpp"
#include "client/call/events.hpp"
#include "client/platform/capture.hpp"
#include "client/platform/connection.hpp"
#include "client/platform/device_list.hpp"
#include "client/platform/event_sink.hpp"
#include "client/platform/ice_probes.hpp"
#include "client/platform/screen_capture.hpp"
#include "client/platform/signal_socket.hpp"
#include "client/platform/voice_watch.hpp"
#include "shell/video_layer.hpp"
#include "web/listener.hpp"
#include "web/random_numbers.hpp"
#include "web/test_tone.hpp"
#include "web/timer.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace malgil::platform {

/// Performs the call core's effects with the browser's APIs, and posts what comes of them. Effects
/// that need a person's gesture are performed before `perform` returns.
class BrowserPlatform {
public:
    /// `videos` outlives this.
    BrowserPlatform(EventSink& sink, shell::VideoLayer& videos);

    BrowserPlatform(const BrowserPlatform&) = delete;
    BrowserPlatform& operator=(const BrowserPlatform&) = delete;
    BrowserPlatform(BrowserPlatform&&) = delete;
    BrowserPlatform& operator=(BrowserPlatform&&) = delete;
    ~BrowserPlatform() = default;

    void perform(const call::Effect& effect);

    /// The user ID that one's own picture bears from now on.
    void show_self_as(const std::string& user);

    /// A fresh one per event.
    [[nodiscard]] call::Moment moment();

private:
    void open(const call::OpenConnection& effect);
    void close(call::ConnectionId connection);
    void start(const call::StartTimer& effect);
    void use_speaker(const std::string& id);
    void show_own_screen();
    /// nullptr where there is none (any more).
    [[nodiscard]] Connection* find(call::ConnectionId connection) const;

    EventSink& sink_;
    web::RandomNumbers random_;
    shell::VideoLayer& videos_;
    SignalSocket socket_;
    DeviceList devices_;
    Capture capture_;
    ScreenCapture screen_;
    IceProbes probes_;
    web::TestTone tone_;
    std::map<call::TimerId, web::Timer> timers_;
    std::map<call::ConnectionId, std::unique_ptr<Connection>> connections_;
    VoiceWatch voices_;
    std::optional<std::string> self_;
    std::vector<web::Listener> listeners_;
};

}  // namespace malgil::platform
