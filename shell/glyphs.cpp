#include "shell/glyphs.hpp"

#include "assets/icons.hpp"
#include "shell/text/characters.hpp"
#include "shell/text/clusters.hpp"
#include "shell/text/utf8.hpp"

#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <algorithm>
#include <cmath>

namespace malgil::shell {

/// What ImFontLoader calls. The atlas knows its Glyphs, a font source which face it is.
struct Loader {
    static constexpr int strong_face = 1;

    static Glyphs& glyphs(const ImFontAtlas* atlas) {
        return *static_cast<Glyphs*>(atlas->UserData);
    }

    static bool is_strong(const ImFontConfig* source) { return source->FontNo == strong_face; }

    static bool contains(ImFontAtlas* /*atlas*/, ImFontConfig* /*source*/, ImWchar codepoint) {
        return codepoint >= ' ';
    }

    static bool begin_size(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked,
                           void* /*data*/) {
        glyphs(atlas).set_line_metrics(*baked, is_strong(source));
        return true;
    }

    static bool load(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* /*data*/,
                     ImWchar codepoint, ImFontGlyph* glyph, float* advance) {
        return glyphs(atlas).load(*baked, is_strong(source), codepoint, glyph, advance);
    }

    static const ImFontLoader& get() {
        static const ImFontLoader the_loader = [] {
            ImFontLoader loader;
            loader.Name = "browser";
            loader.FontSrcContainsGlyph = contains;
            loader.FontBakedInit = begin_size;
            loader.FontBakedLoadGlyph = load;
            return loader;
        }();
        return the_loader;
    }
};

struct Glyphs::Source {
    std::string text;
    const assets::Icon* icon = nullptr;
    TextStyle style;
};

Glyphs::Glyphs(ImFontAtlas& atlas, const ClusterTable& clusters)
    : atlas_(atlas), clusters_(clusters), regular_(nullptr), strong_(nullptr) {
    atlas.UserData = this;
    atlas.TexDesiredFormat = ImTextureFormat_RGBA32;  // emoji have colours
    regular_ = add_face(false);
    strong_ = add_face(true);
}

ImFont* Glyphs::add_face(bool strong) {
    ImFontConfig face;
    face.FontLoader = &Loader::get();
    face.SizePixels = 15;
    face.FontNo = strong ? Loader::strong_face : 0;
    return atlas_.AddFont(&face);
}

void Glyphs::set_density(float density) {
    regular_->CurrentRasterizerDensity = density;
    strong_->CurrentRasterizerDensity = density;
}

Glyphs::Source Glyphs::source(ImWchar codepoint, float size, bool strong) const {
    Source result{.style = {.size = size, .strong = strong}};
    const auto icons = assets::icons();
    if (codepoint >= icons.front().codepoint && codepoint <= icons.back().codepoint) {
        result.icon = &icons[codepoint - icons.front().codepoint];
    } else if (const Cluster* cluster = clusters_.find(codepoint)) {
        result.text = cluster->text;
        result.style.emoji = cluster->emoji;
        result.style.right_to_left = cluster->right_to_left;
        result.style.shaped = true;
    } else {
        result.text = utf8(codepoint);
        result.style.emoji = is_emoji(codepoint);
    }
    return result;
}

// Like a line of CSS with line-height 1: half the leading, which is mostly negative, on each side.
void Glyphs::set_line_metrics(ImFontBaked& baked, bool strong) {
    const float density = baked.RasterizerDensity;
    const float size = baked.Size * density;
    const auto line = canvas_.line_metrics({.size = size, .strong = strong});
    const float baseline = std::round((size - line.ascent - line.descent) / 2 + line.ascent);
    baked.Ascent = baseline / density;
    baked.Descent = baked.Ascent - baked.Size;
}

bool Glyphs::load(ImFontBaked& baked, bool strong, ImWchar codepoint, ImFontGlyph* glyph,
                  float* advance) {
    const float density = baked.RasterizerDensity;
    const float size = baked.Size * density;
    const Source what = source(codepoint, size, strong);
    GlyphCanvas::Measure measure;
    if (what.icon != nullptr) {
        const int box = static_cast<int>(std::ceil(size));
        const int baseline = static_cast<int>(std::round(baked.Ascent * density));
        measure = {.advance = size, .ink = {0, -baseline, box, box}};
    } else if (advance != nullptr) {
        measure.advance = canvas_.advance(what.text, what.style);
    } else {
        measure = canvas_.measure(what.text, what.style);
    }

    // Whole device pixels, so that every glyph stands as sharp as it was drawn.
    const float pixels = std::round(measure.advance);
    if (advance != nullptr) {
        *advance = pixels / density;
        return true;
    }
    glyph->Codepoint = codepoint;
    glyph->AdvanceX = pixels / density;
    const InkBox& ink = measure.ink;
    if (ink.width <= 0 || ink.width > GlyphCanvas::width || ink.height > GlyphCanvas::height)
        return true;
    const ImFontAtlasRectId rectangle = ImFontAtlasPackAddRect(&atlas_, ink.width, ink.height);
    if (rectangle == ImFontAtlasRectId_Invalid)
        return true;
    const auto left = static_cast<float>(ink.left);
    const auto top = std::round(baked.Ascent * density) + static_cast<float>(ink.top);
    glyph->X0 = left / density;
    glyph->Y0 = top / density;
    glyph->X1 = (left + static_cast<float>(ink.width)) / density;
    glyph->Y1 = (top + static_cast<float>(ink.height)) / density;
    glyph->Visible = true;
    glyph->Colored = what.style.emoji;
    glyph->PackId = rectangle;
    pending_.push_back(
        {.codepoint = codepoint, .rectangle = rectangle, .style = what.style, .ink = ink});
    return true;
}

void Glyphs::flush() {
    for (std::size_t done = 0; done < pending_.size();)
        done = draw_batch(done);
    pending_.clear();
}

// Draws as many as the canvas holds, in rows; returns the index of the first that is left.
std::size_t Glyphs::draw_batch(std::size_t first) {
    canvas_.clear();
    int x = 0;
    int y = 0;
    int row = 0;
    std::size_t next = first;
    for (; next < pending_.size(); ++next) {
        Pending& glyph = pending_[next];
        if (x + glyph.ink.width > GlyphCanvas::width) {
            x = 0;
            y += row;
            row = 0;
        }
        if (y + glyph.ink.height > GlyphCanvas::height)
            break;
        glyph.x = x;
        glyph.y = y;
        x += glyph.ink.width;
        row = std::max(row, glyph.ink.height);
        const Source what = source(glyph.codepoint, glyph.style.size, glyph.style.strong);
        if (what.icon != nullptr)
            canvas_.draw_icon(std::string(what.icon->path), glyph.style.size, glyph.x, glyph.y);
        else
            canvas_.draw(what.text, glyph.style, glyph.x - glyph.ink.left, glyph.y - glyph.ink.top);
    }
    canvas_.read(y + row, pixels_);
    for (std::size_t i = first; i < next; ++i)
        copy_to_atlas(pending_[i]);
    return next;
}

void Glyphs::copy_to_atlas(const Pending& glyph) {
    // The atlas may have grown, and moved the rectangle, since it was given out.
    const ImTextureRect* to = ImFontAtlasPackGetRectSafe(&atlas_, glyph.rectangle);
    if (to == nullptr)
        return;
    ImTextureData& texture = *atlas_.TexData;
    for (int row = 0; row < glyph.ink.height; ++row) {
        const auto from = (static_cast<std::size_t>(glyph.y + row) * GlyphCanvas::width +
                           static_cast<std::size_t>(glyph.x)) *
                          4;
        const auto count = static_cast<std::size_t>(glyph.ink.width) * 4;
        auto* out = static_cast<std::uint8_t*>(texture.GetPixelsAt(to->x, to->y + row));
        std::copy_n(pixels_.begin() + static_cast<std::ptrdiff_t>(from), count, out);
        if (glyph.style.emoji)
            continue;
        // Only the coverage counts; transparent pixels must be white, too, or edges get dark
        // where a glyph is sampled between pixels.
        for (std::size_t i = 0; i < count; i += 4)
            out[i] = out[i + 1] = out[i + 2] = 255;
    }
    ImFontAtlasTextureBlockQueueUpload(&atlas_, &texture, to->x, to->y, glyph.ink.width,
                                       glyph.ink.height);
}

}  // namespace malgil::shell

// What Dear ImGui asks for a rasteriser when it is built without its own (see CMakeLists.txt).
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
    return &malgil::shell::Loader::get();
}
