#pragma once

#include "client/browser_platform.hpp"
#include "client/call/events.hpp"
#include "client/call/state.hpp"
#include "client/platform/event_sink.hpp"
#include "client/talk_key.hpp"
#include "client/ui/pace.hpp"
#include "client/ui/ui.hpp"
#include "shell/shell.hpp"
#include "web/listener.hpp"
#include "web/timer.hpp"

#include <deque>
#include <memory>

namespace malgil {

/// The page: joins the call core to the browser and to the views. Lives as long as the page.
class App final : platform::EventSink {
public:
    explicit App(std::unique_ptr<shell::Shell> shell);

private:
    void post(call::Event event) override;
    void apply(const call::Event& event);
    static void start_over();
    void run_frame();
    void tell_sizes();
    [[nodiscard]] ui::Surroundings surroundings() const;

    std::unique_ptr<shell::Shell> shell_;
    call::State state_;
    ui::UiState ui_;
    ui::Pace pace_;
    bool rehearsed_ = false;
    web::Timer rehearsal_;
    std::deque<call::Event> queue_;
    bool applying_ = false;
    platform::BrowserPlatform platform_;
    call::VideosShown shown_;
    TalkKey talk_key_;
    web::Listener pagehide_;
    web::Listener pageshow_;
};

}  // namespace malgil
