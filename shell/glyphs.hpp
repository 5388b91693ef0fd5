#pragma once

#include "shell/glyph_canvas.hpp"

#include <imgui.h>

#include <cstdint>
#include <string>
#include <vector>

namespace malgil::shell {

class ClusterTable;

/// Dear ImGui's glyphs, drawn by the browser: no font file. A codepoint is what it says, an icon
/// (assets/icons.hpp), or a private-use stand-in for a cluster or word (ClusterTable).
///
/// When a glyph is asked for, it is only measured and given its place in the atlas; `flush` draws
/// all of a frame's new glyphs on one canvas and reads them back once.
class Glyphs {
public:
    /// Adds both faces to the atlas. Both arguments, and this, must outlive the atlas.
    Glyphs(ImFontAtlas& atlas, const ClusterTable& clusters);

    Glyphs(const Glyphs&) = delete;
    Glyphs& operator=(const Glyphs&) = delete;
    Glyphs(Glyphs&&) = delete;
    Glyphs& operator=(Glyphs&&) = delete;
    ~Glyphs() = default;

    [[nodiscard]] ImFont* regular() const noexcept { return regular_; }

    [[nodiscard]] ImFont* strong() const noexcept { return strong_; }

    /// Device pixels per CSS pixel from now on, for text that is drawn without ImGui::PushFont,
    /// too.
    void set_density(float density);

    /// Fills in the pixels of the glyphs that this frame used for the first time. After
    /// ImGui::Render and before its data is drawn.
    void flush();

private:
    struct Source;

    /// A glyph that has its place in the atlas, but no pixels yet.
    struct Pending {
        ImWchar codepoint = 0;
        int rectangle = 0;  // ImFontAtlasRectId
        TextStyle style;
        InkBox ink;
        int x = 0, y = 0;  // its upper left corner on the canvas
    };

    friend struct Loader;

    ImFont* add_face(bool strong);
    /// What stands for the codepoint, and how it is set.
    [[nodiscard]] Source source(ImWchar codepoint, float size, bool strong) const;
    bool load(ImFontBaked& baked, bool strong, ImWchar codepoint, ImFontGlyph* glyph,
              float* advance);
    void set_line_metrics(ImFontBaked& baked, bool strong);

    std::size_t draw_batch(std::size_t first);
    void copy_to_atlas(const Pending& glyph);

    ImFontAtlas& atlas_;
    const ClusterTable& clusters_;
    GlyphCanvas canvas_;
    ImFont* regular_;
    ImFont* strong_;
    std::vector<Pending> pending_;
    std::vector<std::uint8_t> pixels_;
};

}  // namespace malgil::shell
