#include "client/ui/type.hpp"

#include <algorithm>
#include <cmath>

namespace malgil::ui {

static ImFont* font_of(const View& view, Type type) {
    ImFont* const chosen = type.strong ? view.around.fonts.strong : view.around.fonts.regular;
    return chosen != nullptr ? chosen : ImGui::GetFont();
}

static ImVec2 whole(ImVec2 place) {
    return {std::round(place.x), std::round(place.y)};
}

float line_height(Type type) {
    return std::round(type.size * 1.4F);
}

float width_of(const View& view, Type type, std::string_view text) {
    return font_of(view, type)
        ->CalcTextSizeA(type.size, FLT_MAX, 0, text.data(), text.data() + text.size())
        .x;
}

std::string elided(const View& view, Type type, std::string_view text, float width) {
    if (width_of(view, type, text) <= width)
        return std::string(text);
    constexpr std::string_view ellipsis = "…";
    const float room = width - width_of(view, type, ellipsis);
    const char* cut = nullptr;
    font_of(view, type)
        ->CalcTextSizeA(type.size, std::max(room, 0.0F), 0, text.data(), text.data() + text.size(),
                        &cut);
    const auto kept = static_cast<std::size_t>(cut - text.data());
    return std::string(text.substr(0, kept)).append(ellipsis);
}

std::vector<std::string_view> wrapped(const View& view, Type type, std::string_view text,
                                      float width) {
    std::vector<std::string_view> lines;
    ImFont* const font = font_of(view, type);
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        const char* const line_end = std::find(at, end, '\n');
        if (at == line_end)
            lines.emplace_back(at, 0);
        while (at < line_end) {
            const char* const stop = font->CalcWordWrapPosition(type.size, at, line_end, width);
            lines.emplace_back(at, stop);
            at = std::find_if(stop, line_end, [](char c) { return c != ' '; });
        }
        at = line_end < end ? line_end + 1 : end;
    }
    return lines;
}

float wrapped_height(const View& view, Type type, std::string_view text, float width) {
    return static_cast<float>(wrapped(view, type, text, width).size()) * line_height(type);
}

void draw_line(const View& view, ImVec2 place, Type type, ImU32 colour, std::string_view text) {
    const ImVec2 letters{place.x, place.y + (line_height(type) - type.size) / 2};
    ImGui::GetWindowDrawList()->AddText(font_of(view, type), type.size, whole(letters), colour,
                                        text.data(), text.data() + text.size());
}

void draw_centred(const View& view, const ImRect& box, Type type, ImU32 colour,
                  std::string_view text) {
    const float width = width_of(view, type, text);
    const ImVec2 centre = box.GetCenter();
    draw_line(view, {centre.x - width / 2, centre.y - line_height(type) / 2}, type, colour, text);
}

float draw_wrapped(const View& view, ImVec2 place, float width, Type type, ImU32 colour,
                   std::string_view text, Align align) {
    const float top = place.y;
    for (const auto line : wrapped(view, type, text, width)) {
        const float indent =
            align == Align::centre ? (width - width_of(view, type, line)) / 2 : 0.0F;
        draw_line(view, {place.x + indent, place.y}, type, colour, line);
        place.y += line_height(type);
    }
    return place.y - top;
}

void draw_icon(const View& view, ImVec2 centre, float size, ImU32 colour, std::string_view icon) {
    const float width = width_of(view, {.size = size}, icon);
    ImGui::GetWindowDrawList()->AddText(font_of(view, {}), size,
                                        whole({centre.x - width / 2, centre.y - size / 2}), colour,
                                        icon.data(), icon.data() + icon.size());
}

void label(const View& view, const ImRect& box, Type type, ImU32 colour, std::string_view text,
           frame::Role role) {
    view.recorder.add(frame::Node{.role = role, .name = std::string(text), .rect = rect_of(box)});
    draw_line(view, {box.Min.x, box.GetCenter().y - line_height(type) / 2}, type, colour,
              elided(view, type, text, box.GetWidth()));
}

float paragraph(const View& view, ImVec2 place, float width, Type type, ImU32 colour,
                std::string_view text, Align align, frame::Role role) {
    const float height = draw_wrapped(view, place, width, type, colour, text, align);
    frame::Node said{
        .role = role, .name = std::string(text), .rect = rect_of(box_at(place, {width, height}))};
    if (role == frame::Role::alert || role == frame::Role::status) {
        // A live region reads out what is put into it.
        said.name.clear();
        view.recorder.begin(said);
        said.role = frame::Role::text;
        said.name = text;
        view.recorder.add(std::move(said));
        view.recorder.end();
    } else {
        view.recorder.add(std::move(said));
    }
    return height;
}

}  // namespace malgil::ui
