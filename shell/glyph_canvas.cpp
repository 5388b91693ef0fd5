#include "shell/glyph_canvas.hpp"

#include "web/dom.hpp"

#include <cmath>
#include <cstddef>

namespace malgil::shell {

using web::val;

namespace {

// The stacks of shell.css: what is drawn and what lies over it are of the same font.
std::string custom_property(const char* name) {
    return val::global("getComputedStyle")(web::document_element())
        .call<std::string>("getPropertyValue", val(name));
}

}  // namespace

GlyphCanvas::GlyphCanvas()
    : context_(val::null()),
      faces_(custom_property("--face")),
      emoji_faces_(custom_property("--emoji-face")) {
    val canvas = web::create_element("canvas");
    canvas.set("width", width);
    canvas.set("height", height);
    // Everything drawn is read back at once, so keep it in main memory.
    context_ =
        canvas.call<val>("getContext", val("2d"), web::object({{"willReadFrequently", val(true)}}));
    context_.set("fillStyle", "#fff");
    context_.set("strokeStyle", "#fff");
    context_.set("lineCap", "round");
    context_.set("lineJoin", "round");
    context_.set("textAlign", "left");
    context_.set("textBaseline", "alphabetic");
}

void GlyphCanvas::set(const TextStyle& style) {
    if (style == current_)
        return;
    current_ = style;
    const std::string weight = style.strong ? "600 " : "400 ";
    const std::string families =
        style.emoji ? emoji_faces_ + ", " + faces_ : faces_ + ", " + emoji_faces_;
    context_.set("font", weight + std::to_string(style.size) + "px " + families);
    // Single codepoints are set one beside the other: no pair of them is known.
    context_.set("fontKerning", style.shaped ? "auto" : "none");
    context_.set("direction", style.right_to_left ? "rtl" : "ltr");
}

float GlyphCanvas::advance(const std::string& text, const TextStyle& style) {
    set(style);
    return context_.call<val>("measureText", text)["width"].as<float>();
}

GlyphCanvas::Measure GlyphCanvas::measure(const std::string& text, const TextStyle& style) {
    set(style);
    const val metrics = context_.call<val>("measureText", text);
    const float left = -metrics["actualBoundingBoxLeft"].as<float>();
    const float right = metrics["actualBoundingBoxRight"].as<float>();
    const float top = -metrics["actualBoundingBoxAscent"].as<float>();
    const float bottom = metrics["actualBoundingBoxDescent"].as<float>();
    Measure result{.advance = metrics["width"].as<float>()};
    if (right <= left || bottom <= top)
        return result;
    // One more pixel around it, since edges are smoothed and hinted.
    result.ink.left = static_cast<int>(std::floor(left)) - 1;
    result.ink.top = static_cast<int>(std::floor(top)) - 1;
    result.ink.width = static_cast<int>(std::ceil(right)) + 1 - result.ink.left;
    result.ink.height = static_cast<int>(std::ceil(bottom)) + 1 - result.ink.top;
    return result;
}

GlyphCanvas::LineMetrics GlyphCanvas::line_metrics(const TextStyle& style) {
    set(style);
    const val metrics = context_.call<val>("measureText", val("x"));
    return {.ascent = metrics["fontBoundingBoxAscent"].as<float>(),
            .descent = metrics["fontBoundingBoxDescent"].as<float>()};
}

void GlyphCanvas::clear() {
    context_.call<void>("clearRect", 0, 0, width, height);
}

void GlyphCanvas::draw(const std::string& text, const TextStyle& style, int x, int y) {
    set(style);
    context_.call<void>("fillText", text, x, y);
}

void GlyphCanvas::draw_icon(const std::string& path, float size, int x, int y) {
    const float scale = size / 24;
    context_.call<void>("setTransform", scale, 0, 0, scale, x, y);
    context_.set("lineWidth", 2);
    context_.call<void>("stroke", val::global("Path2D").new_(path));
    context_.call<void>("setTransform", 1, 0, 0, 1, 0, 0);
}

void GlyphCanvas::read(int rows, std::vector<std::uint8_t>& pixels) {
    pixels.resize(static_cast<std::size_t>(rows) * width * 4);
    const val data = context_.call<val>("getImageData", 0, 0, width, rows)["data"];
    val(emscripten::typed_memory_view(pixels.size(), pixels.data())).call<void>("set", data);
}

}  // namespace malgil::shell
