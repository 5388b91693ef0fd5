#include "shell/shell.hpp"

#include "shell/canvas.hpp"
#include "shell/glyphs.hpp"
#include "shell/input.hpp"
#include "shell/mirror.hpp"
#include "shell/pending_frames.hpp"
#include "shell/pixel_grid.hpp"
#include "shell/scheduler.hpp"
#include "shell/still.hpp"
#include "shell/text/shaper.hpp"
#include "shell/text_fields.hpp"
#include "web/dom.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace malgil::shell {

using web::val;

namespace {

// Fast input is spread over frames by Dear ImGui (a press and its release are never in one).
constexpr int most_frames_per_act = 8;

// Where elements came or went, one more look: they may lie under a pointer that rests.
constexpr float settling_delay = 0.2F;  // seconds

val by_id(const char* id) {
    return web::document().call<val>("getElementById", val(id));
}

// Dear ImGui's context, there before all that speaks to it.
struct Context {
    Context() {
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.LogFilename = nullptr;
        io.BackendPlatformName = "malgil_shell";
        io.ConfigFlags = ImGuiConfigFlags_NoMouseCursorChange;
        io.ConfigWindowsMoveFromTitleBarOnly = true;
    }

    ~Context() { ImGui::DestroyContext(context); }

    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    Context(Context&&) = delete;
    Context& operator=(Context&&) = delete;

    ImGuiContext* context = ImGui::CreateContext();
};

}  // namespace

struct Shell::Parts {
    Parts();

    void act();
    void clicked(ImGuiID id, int detail);
    void begin_frame();
    void end_frame();
    [[nodiscard]] Still::Parts parts_with_ink() const;

    Context imgui;
    std::function<void()> frame_callback;
    frame::Recorder recorder;
    ClusterTable clusters;
    Glyphs glyphs;
    VideoLayer videos;
    TextFields fields;
    Mirror mirror;
    Scheduler scheduler;
    Input input;
    SurroundingsWatch surroundings;
    std::unique_ptr<Canvas> canvas;
    Still still;
    val page;                // what boot.js counts frames in
    std::string page_state;  // as the document has it
    std::string language;
    double last_frame = 0;  // milliseconds
    int frames_drawn = 0;
    bool acting = false;    // within the DOM event of what a person does
    float act_seen_in = 0;  // seconds; 0: with the next animation frame
};

Shell::Parts::Parts()
    : glyphs(*ImGui::GetIO().Fonts, clusters),
      videos(by_id("videos")),
      fields({.changed = [this] { act(); },
              .submitted =
                  [this](ImGuiID id) {
                      recorder.submit(id);
                      act();
                  }}),
      mirror(by_id("mirror"), fields,
             {.clicked = [this](ImGuiID id, int detail) { clicked(id, detail); },
              .focused =
                  [this](ImGuiID id) {
                      recorder.focus(id);
                      scheduler.request();
                  }}),
      scheduler([this] {
          if (frame_callback)
              frame_callback();
      }),
      input(by_id("stage"), {.acted = [this] { act(); },
                             .moved = [this] { scheduler.request(); },
                             .take_focus_given = [this] { return fields.take_focus_given(); }}),
      surroundings(by_id("stage"),
                   [this] {
                       input.set_reduced_motion(surroundings.now().reduced_motion);
                       scheduler.request();
                   }),
      canvas(Canvas::create(by_id("stage"), [this] { scheduler.run_now(); })),
      still(by_id("canvas"), by_id("still"), [this] { return parts_with_ink(); }),
      page(val::module_property("page")) {
    recorder.attach(*imgui.context);
    input.set_reduced_motion(surroundings.now().reduced_motion);
}

void Shell::Parts::act() {
    acting = true;
    act_seen_in = 0;
    for (int i = 0; i < most_frames_per_act; ++i) {
        scheduler.run_now();
        if (imgui.context->InputEventsQueue.empty())
            break;
    }
    acting = false;
    if (act_seen_in > 0)
        scheduler.postpone(act_seen_in);
    else
        scheduler.request();
}

void Shell::Parts::clicked(ImGuiID id, int detail) {
    // A pointer's click was Dear ImGui's already, by its press and release.
    if (input.take_press_seen() && detail != 0)
        return;
    recorder.activate(id);
    act();
}

void Shell::Parts::begin_frame() {
    const double now = web::now_ms();
    ImGuiIO& io = ImGui::GetIO();
    io.DeltaTime = static_cast<float>(std::clamp((now - last_frame) / 1000, 0.0001, 1.0));
    last_frame = now;
    canvas->begin_frame();
    recorder.begin_frame();
    ImGui::NewFrame();
    glyphs.set_density(io.DisplayFramebufferScale.x);
    if (input.step())
        scheduler.request();
}

void Shell::Parts::end_frame() {
    ImGui::Render();
    glyphs.flush();
    ImDrawData& data = *ImGui::GetDrawData();
    snap_glyphs(data);
    // What a person asked for is done at once, and seen with the next animation frame.
    if (!acting && canvas->draw(data)) {
        page.set("framesDrawn", ++frames_drawn);
        still.canvas_drawn();
    }

    videos.place(recorder.video_places());
    fields.update(recorder.text_fields());
    const bool changed = mirror.patch(recorder.nodes());
    fields.give_focus();

    if (changed)
        scheduler.request_in(settling_delay);
    if (const auto seconds = earlier(recorder.redraw(), wants_frame_in(*imgui.context)))
        scheduler.request_in(*seconds);
}

Still::Parts Shell::Parts::parts_with_ink() const {
    const ImDrawData* const drawn = ImGui::GetDrawData();
    if (drawn == nullptr || canvas->is_lost())
        return {};
    return frame::parts_with_ink(*drawn, recorder.video_places());
}

std::unique_ptr<Shell> Shell::create() {
    auto parts = std::make_unique<Parts>();
    if (parts->canvas == nullptr)
        return nullptr;
    return std::unique_ptr<Shell>(new Shell(std::move(parts)));
}

Shell::Shell(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Shell::~Shell() = default;

void Shell::set_frame_callback(std::function<void()> callback) {
    parts_->frame_callback = std::move(callback);
}

void Shell::request_frame() {
    parts_->scheduler.request();
}

void Shell::request_frame_in(float seconds) {
    parts_->scheduler.request_in(seconds);
}

void Shell::postpone_frame(float seconds) {
    if (parts_->acting)
        parts_->act_seen_in = seconds;
    else
        parts_->scheduler.postpone(seconds);
}

void Shell::begin_frame() {
    parts_->begin_frame();
}

void Shell::end_frame() {
    parts_->end_frame();
}

frame::Recorder& Shell::recorder() noexcept {
    return parts_->recorder;
}

VideoLayer& Shell::videos() noexcept {
    return parts_->videos;
}

ImFont* Shell::regular_font() const noexcept {
    return parts_->glyphs.regular();
}

ImFont* Shell::strong_font() const noexcept {
    return parts_->glyphs.strong();
}

const Surroundings& Shell::surroundings() const noexcept {
    return parts_->surroundings.now();
}

std::string Shell::shape(std::string_view text) {
    return shell::shape(text, parts_->clusters);
}

void Shell::set_page_state(std::string_view state) {
    if (std::exchange(parts_->page_state, state) != state)
        web::set_attribute(web::document_element(), "data-state", parts_->page_state);
}

void Shell::set_language(std::string_view language) {
    if (std::exchange(parts_->language, language) != language)
        web::set_attribute(web::document_element(), "lang", parts_->language);
}

}  // namespace malgil::shell
