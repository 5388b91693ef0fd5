#pragma once

#include "web/val.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace malgil::shell {

/// How a piece of text is set.
struct TextStyle {
    /// Device pixels per em.
    float size = 15;
    bool strong = false;         // weight 600 instead of 400
    bool emoji = false;          // emoji fonts stand first
    bool shaped = false;         // several codepoints that belong together: kerned, ligatures
    bool right_to_left = false;  // the direction of neutral characters

    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

/// In device pixels, from the pen's position on the baseline; y grows downwards.
struct InkBox {
    int left = 0, top = 0, width = 0, height = 0;
};

/// A 2D canvas that nobody sees, on which the browser sets text in its own fonts.
class GlyphCanvas {
public:
    static constexpr int width = 2048;
    static constexpr int height = 512;

    GlyphCanvas();

    /// How far the pen goes, in device pixels, not rounded.
    [[nodiscard]] float advance(const std::string& text, const TextStyle& style);

    struct Measure {
        float advance = 0;
        InkBox ink;  // empty where nothing is to be seen
    };

    [[nodiscard]] Measure measure(const std::string& text, const TextStyle& style);

    /// Ascent and descent of the first font, both positive, in device pixels.
    struct LineMetrics {
        float ascent = 0, descent = 0;
    };

    [[nodiscard]] LineMetrics line_metrics(const TextStyle& style);

    void clear();
    /// White, with the pen at (x, y) on the baseline.
    void draw(const std::string& text, const TextStyle& style, int x, int y);
    /// The path of an SVG in a box of 24 × 24, whose upper left corner comes to (x, y), stroked
    /// 2 wide, scaled to `size` device pixels.
    void draw_icon(const std::string& path, float size, int x, int y);

    /// RGBA, not premultiplied, of the uppermost `rows` rows.
    void read(int rows, std::vector<std::uint8_t>& pixels);

private:
    void set(const TextStyle& style);

    web::val context_;
    std::string faces_;
    std::string emoji_faces_;
    TextStyle current_{.size = 0};
};

}  // namespace malgil::shell
