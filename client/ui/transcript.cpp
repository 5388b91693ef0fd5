#include "client/ui/transcript.hpp"

#include "assets/icons.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/type.hpp"

#include <chrono>
#include <cmath>
#include <vector>

namespace malgil::ui {

namespace {

using call::ChatMessage;
using call::Delivery;

constexpr float margin = theme::space_16;
constexpr float state_room = 20;  // beside one's own messages, for the sign of delivery
constexpr float state_icon = 14;
/// Messages of one author stand together unless so much time lies between.
constexpr call::Milliseconds group_gap = std::chrono::minutes(5);

/// A message, measured.
struct Entry {
    const ChatMessage* message = nullptr;
    std::string shaped;
    bool opens_group = false;
    float top = 0;  // in the transcript
    float text_height = 0;
};

struct Layout {
    std::vector<Entry> entries;
    float text_width = 0;
    float height = 0;
};

bool opens_group(const ChatMessage* former, const ChatMessage& message) {
    return former == nullptr || former->from != message.from || message.at - former->at > group_gap;
}

Layout lay_out(const View& view, float width) {
    Layout layout;
    layout.text_width = width - 2 * margin - state_room;
    layout.entries.reserve(view.state.chat.messages.size());
    const ChatMessage* former = nullptr;
    float y = 0;
    for (const ChatMessage& message : view.state.chat.messages) {
        Entry entry{.message = &message,
                    .shaped = view.shaped(message.text),
                    .opens_group = opens_group(former, message)};
        y += entry.opens_group ? theme::space_12 : theme::space_4;
        entry.top = y;
        entry.text_height = wrapped_height(view, body, entry.shaped, layout.text_width);
        if (entry.opens_group)
            y += line_height(hint_strong);
        y += entry.text_height;
        if (message.delivery == Delivery::failed)
            y += line_height(hint);
        layout.entries.push_back(std::move(entry));
        former = &message;
    }
    layout.height = y + theme::space_12;
    return layout;
}

Text text_of(Delivery delivery) {
    switch (delivery) {
        case Delivery::pending:
            return Text::message_pending;
        case Delivery::delivered:
            return Text::message_delivered;
        case Delivery::failed:
            return Text::message_failed;
    }
    return Text::message_pending;
}

void draw_delivery(const View& view, ImVec2 centre, Delivery delivery) {
    switch (delivery) {
        case Delivery::pending:
            return draw_icon(view, centre, state_icon, theme::faint, assets::icon::clock);
        case Delivery::delivered:
            return draw_icon(view, centre, state_icon, theme::quiet_text, assets::icon::check);
        case Delivery::failed:
            return draw_icon(view, centre, state_icon, theme::danger_text, assets::icon::warning);
    }
}

void draw_author(const View& view, ImVec2 place, float width, const std::string& author,
                 const std::string& time, bool own) {
    const float time_width = std::ceil(width_of(view, hint, time));
    const std::string cut = elided(view, hint_strong, author, width - time_width - theme::space_8);
    draw_line(view, place, hint_strong, own ? theme::accent : theme::text, cut);
    place.x += std::ceil(width_of(view, hint_strong, cut)) + theme::space_8;
    draw_line(view, place, hint, theme::quiet_text, time);
}

void draw_entry(const View& view, ImVec2 place, const Entry& entry, float text_width) {
    const ChatMessage& message = *entry.message;
    const bool own = !message.from.has_value();
    const std::string author = own ? std::string(view.texts(Text::you)) : message.from->str();
    const std::string time = time_of_day(message.at, view.around.utc_offset_minutes);
    const ImVec2 start = place;
    const float head = entry.opens_group ? line_height(hint_strong) : 0;
    const bool failed = own && message.delivery == Delivery::failed;
    const ImRect text_box = box_at({place.x, place.y + head}, {text_width, entry.text_height});
    const ImRect whole{start.x, start.y, text_box.Max.x + state_room,
                       text_box.Max.y + (failed ? line_height(hint) : 0)};

    view.recorder.begin(frame::Node{
        .role = frame::Role::group,
        .name = view.texts(Text::chat_author, {{"author", author}, {"time", time}}),
        .rect = rect_of(whole),
        .description = own ? std::string(view.texts(text_of(message.delivery))) : std::string()});
    view.recorder.add(frame::Node{.role = frame::Role::text,
                                  .name = message.text,
                                  .rect = rect_of(text_box),
                                  .selectable = true,
                                  .font_size = body.size,
                                  .line_height = line_height(body)});
    view.recorder.end();

    if (!ImGui::IsRectVisible(whole.Min, whole.Max))
        return;
    if (entry.opens_group)
        draw_author(view, start, text_width, view.shaped(author), time, own);
    draw_wrapped(view, text_box.Min, text_width, body, theme::text, entry.shaped);
    if (!own)
        return;
    draw_delivery(view, {text_box.Max.x + state_room / 2, text_box.Max.y - line_height(body) / 2},
                  message.delivery);
    if (failed)
        draw_line(view, {text_box.Min.x, text_box.Max.y}, hint, theme::danger_text,
                  elided(view, hint, view.texts(Text::message_failed), text_width));
}

}  // namespace

void draw_transcript(const View& view, const ImRect& box) {
    const Layout layout = lay_out(view, box.GetWidth());
    UiState& ui = view.ui;
    const ImVec2 heights{layout.height, box.GetHeight()};
    const bool changed = heights.x != ui.chat_heights.x || heights.y != ui.chat_heights.y;
    ui.chat_heights = heights;

    // The height is told beforehand, so that the end shows in the frame that a message comes in.
    ImGui::SetNextWindowContentSize({0, layout.height});
    if (changed && ui.chat_follows)
        ImGui::SetNextWindowScroll({-1, layout.height});
    ImGui::SetCursorScreenPos(box.Min);
    ImGui::BeginChild("transcript", box.GetSize(), ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground);
    ui.chat_follows = ImGui::GetScrollY() >= ImGui::GetScrollMaxY() - 1;

    view.recorder.begin(frame::Node{.role = frame::Role::log,
                                    .name = std::string(view.texts(Text::chat)),
                                    .rect = rect_of(box)});
    const float top = std::round(box.Min.y - ImGui::GetScrollY());
    for (const Entry& entry : layout.entries)
        draw_entry(view, {box.Min.x + margin, top + entry.top}, entry, layout.text_width);
    view.recorder.end();
    ImGui::EndChild();

    if (layout.entries.empty())
        paragraph(view, {box.Min.x + margin, box.Min.y + theme::space_12},
                  box.GetWidth() - 2 * margin, body, theme::quiet_text,
                  view.texts(Text::chat_empty));
}

}  // namespace malgil::ui
