#include "shell/canvas.hpp"

#include "shell/draw_hash.hpp"
#include "web/attempt.hpp"
#include "web/dom.hpp"

#include <GLES3/gl3.h>
#include <backends/imgui_impl_opengl3.h>
#include <emscripten/html5_webgl.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace malgil::shell {

using web::val;

std::unique_ptr<Canvas> Canvas::create(const val& stage, std::function<void()> changed) {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = true;
    attributes.premultipliedAlpha = true;
    // What is on it is copied once it rests: shell/still.hpp.
    attributes.preserveDrawingBuffer = true;
    attributes.antialias = false;  // Dear ImGui smooths its edges itself
    attributes.depth = false;
    attributes.stencil = false;
    attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    const auto context = emscripten_webgl_create_context("#canvas", &attributes);
    if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS)
        return nullptr;
    if (!ImGui_ImplOpenGL3_Init("#version 300 es"))
        return nullptr;
    return std::unique_ptr<Canvas>(
        new Canvas(stage, web::document().call<val>("getElementById", val("canvas")),
                   static_cast<int>(context), std::move(changed)));
}

Canvas::Canvas(val stage, val element, int context, std::function<void()> changed)
    : stage_(std::move(stage)),
      element_(std::move(element)),
      context_(context),
      changed_(std::move(changed)) {
    // Without preventDefault the browser would not restore it.
    // https://registry.khronos.org/webgl/specs/latest/1.0/#5.15.2
    on_lost_ = web::Listener(element_, "webglcontextlost", [this](const val& event) {
        event.call<void>("preventDefault");
        lost_ = true;
        // Everything in it is gone. Buffers and shaders are made anew by the first frame after
        // this, and textures as they count as destroyed.
        ImGui_ImplOpenGL3_DestroyDeviceObjects();
    });
    on_restored_ = web::Listener(element_, "webglcontextrestored", [this](const val&) {
        lost_ = false;
        stale_ = true;
        changed_();
    });
    const double ratio = web::window()["devicePixelRatio"].as<double>();
    size_ = {stage_["clientWidth"].as<float>(), stage_["clientHeight"].as<float>()};
    pixels_ = {std::round(size_.x * static_cast<float>(ratio)),
               std::round(size_.y * static_cast<float>(ratio))};
    observe_size();
    observe_pixel_ratio();
}

Canvas::~Canvas() {
    resize_observer_.call<void>("disconnect");
    ImGui_ImplOpenGL3_Shutdown();
    emscripten_webgl_destroy_context(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(context_));
}

void Canvas::observe_size() {
    on_resize_ = web::Callback(
        [this](const val& entries) { measure(entries[entries["length"].as<int>() - 1]); });
    resize_observer_ = val::global("ResizeObserver").new_(on_resize_.js());
    // Only this box follows the device's pixels exactly; Safari does not know it.
    // https://drafts.csswg.org/resize-observer-1/#resize-observer-interface
    const val options = web::object({{"box", val("device-pixel-content-box")}});
    if (!web::try_call(resize_observer_, "observe", {stage_, options}))
        resize_observer_.call<void>("observe", stage_);
}

// A media query for the ratio of now ends to match when the page moves to another screen or is
// zoomed: https://developer.mozilla.org/docs/Web/API/Window/devicePixelRatio
void Canvas::observe_pixel_ratio() {
    const val ratio = web::window()["devicePixelRatio"];
    const std::string query = "(resolution: " + ratio.call<std::string>("toString") + "dppx)";
    on_pixel_ratio_ = web::Listener(web::window().call<val>("matchMedia", val(query)), "change",
                                    [this](const val&) {
                                        observe_pixel_ratio();
                                        measure(val::undefined());
                                    });
}

void Canvas::measure(const val& entry) {
    const float ratio = web::window()["devicePixelRatio"].as<float>();
    const ImVec2 size(stage_["clientWidth"].as<float>(), stage_["clientHeight"].as<float>());
    ImVec2 pixels(std::round(size.x * ratio), std::round(size.y * ratio));
    if (!entry.isUndefined()) {
        if (const val boxes = entry["devicePixelContentBoxSize"]; !web::is_nullish(boxes)) {
            const val box = boxes[0];
            const ImVec2 exact(box["inlineSize"].as<float>(), box["blockSize"].as<float>());
            // Developer tools that pretend another ratio leave the real one in here.
            if (std::abs(exact.x - pixels.x) < 2 && std::abs(exact.y - pixels.y) < 2)
                pixels = exact;
        }
    }
    if (size.x == size_.x && size.y == size_.y && pixels.x == pixels_.x && pixels.y == pixels_.y)
        return;
    size_ = size;
    pixels_ = pixels;
    changed_();
}

void Canvas::begin_frame() {
    ImGuiIO& io = ImGui::GetIO();
    const ImVec2 size(std::max(size_.x, 1.0F), std::max(size_.y, 1.0F));
    const ImVec2 pixels(std::max(pixels_.x, 1.0F), std::max(pixels_.y, 1.0F));
    io.DisplaySize = size;
    io.DisplayFramebufferScale = {pixels.x / size.x, pixels.y / size.y};
    const int width = static_cast<int>(pixels.x);
    const int height = static_cast<int>(pixels.y);
    if (element_["width"].as<int>() != width || element_["height"].as<int>() != height) {
        element_.set("width", width);
        element_.set("height", height);
        stale_ = true;
    }
    if (!lost_)
        ImGui_ImplOpenGL3_NewFrame();
}

bool Canvas::draw(ImDrawData& data) {
    if (lost_)
        return false;
    const std::uint64_t hash = draw_hash(data);
    if (!stale_ && hash == drawn_ && !has_texture_updates(data))
        return false;
    stale_ = false;
    drawn_ = hash;
    glViewport(0, 0, static_cast<int>(pixels_.x), static_cast<int>(pixels_.y));
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    return true;
}

}  // namespace malgil::shell
