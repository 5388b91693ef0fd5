#include "client/app.hpp"

#include "client/call/call.hpp"
#include "client/call/rehearsal.hpp"
#include "client/platform/log.hpp"
#include "client/platform/memory.hpp"
#include "client/ui/shown_videos.hpp"
#include "web/dom.hpp"
#include "web/text.hpp"
#include "web/val.hpp"

#include <chrono>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace malgil {

namespace {

constexpr std::chrono::milliseconds rehearsal_delay{50};

std::string_view word_of(call::Phase phase) {
    switch (phase) {
        case call::Phase::lobby:
            return "lobby";
        case call::Phase::calling:
            return "calling";
        case call::Phase::in_call:
            return "in-call";
    }
    std::unreachable();
}

}  // namespace

App::App(std::unique_ptr<shell::Shell> shell)
    : shell_(std::move(shell)),
      platform_(*this, shell_->videos()),
      talk_key_([this](bool held) { post(call::Intent(call::Talk{held})); }),
      // Others see at once that this one leaves; nothing stays open behind a page nobody sees.
      pagehide_(web::window(), "pagehide", [this](const web::val&) { post(call::PageHidden{}); }),
      pageshow_(web::window(), "pageshow", [](const web::val& event) {
          // Out of the back/forward cache, with its camera and its sockets gone: start over.
          if (event["persisted"].isTrue())
              start_over();
      }) {
    ui::apply_theme(ImGui::GetStyle());
    shell_->set_frame_callback([this] { run_frame(); });
    shell_->videos().set_shape_callback([this] { shell_->request_frame(); });
    post(platform::started());
    shell_->request_frame();
}

void App::start_over() {
    platform::forget_place();  // whoever went elsewhere has left the call
    web::window()["location"].call<void>("reload");
}

void App::post(call::Event event) {
    queue_.push_back(std::move(event));
    if (applying_)
        return;
    applying_ = true;
    while (!queue_.empty()) {
        const call::Event next = std::move(queue_.front());
        queue_.pop_front();
        apply(next);
    }
    applying_ = false;
    platform_.show_self_as(state_.user);
}

void App::apply(const call::Event& event) {
    const call::Moment moment = platform_.moment();
    for (const call::Effect& effect : call::update(state_, event, moment))
        platform_.perform(effect);
    // The preview comes first, and a real call before a rehearsed one.
    if (std::holds_alternative<call::CaptureEnded>(event) && !std::exchange(rehearsed_, true))
        rehearsal_ = web::Timer(rehearsal_delay, [this] {
            if (state_.roster.empty() && !call::rehearse())
                platform::log("The rehearsal failed");
        });
    const auto due = pace_.after(event, state_, moment.now);
    if (!due)
        return;
    if (due->instead)
        shell_->postpone_frame(due->seconds);
    else if (due->seconds > 0)
        shell_->request_frame_in(due->seconds);
    else
        shell_->request_frame();
}

void App::run_frame() {
    shell_->begin_frame();
    std::vector<call::Intent> intents = ui::draw(state_, ui_, surroundings(), shell_->recorder());
    const call::Phase phase = state_.phase;
    const call::Language language = state_.language;
    // Before anything is drawn, and still inside the DOM event that asked for this frame: the
    // network need not wait for the GPU, and a person's gesture counts.
    for (call::Intent& intent : intents) {
        if (auto* const call = std::get_if<call::Call>(&intent)) {
            call->user = web::normalize_nfc(call->user);
            call->channel = web::normalize_nfc(call->channel);
        }
        post(std::move(intent));
    }
    shell_->end_frame();
    tell_sizes();
    // The document says what it shows: with a state come its controls. Only what was asked for just
    // now is said before it is drawn.
    shell_->set_page_state(word_of(state_.phase == call::Phase::calling ? state_.phase : phase));
    shell_->set_language(language == call::Language::korean ? "ko" : "en");
}

void App::tell_sizes() {
    call::VideosShown now = ui::shown_videos(shell_->recorder().video_places(), surroundings(),
                                             ImGui::GetIO().DisplayFramebufferScale.y);
    if (now == shown_)
        return;
    shown_ = now;
    post(std::move(now));
}

ui::Surroundings App::surroundings() const {
    const shell::Surroundings& page = shell_->surroundings();
    return {.fonts = {.regular = shell_->regular_font(), .strong = shell_->strong_font()},
            .inset_top = page.inset_top,
            .inset_right = page.inset_right,
            .inset_bottom = page.inset_bottom,
            .inset_left = page.inset_left,
            .touch = page.touch,
            .reduced_motion = page.reduced_motion,
            .utc_offset_minutes = page.utc_offset_minutes,
            .video_aspect =
                [this](const frame::VideoId& video) { return shell_->videos().aspect(video); },
            .shape = [this](std::string_view text) { return shell_->shape(text); }};
}

}  // namespace malgil
