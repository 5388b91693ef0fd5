#include "client/ui/notices.hpp"

#include "assets/icons.hpp"
#include "client/ui/theme.hpp"
#include "client/ui/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace malgil::ui {

namespace {

using call::NoticeKind;

struct WayOn {
    Text name;
    std::string_view icon;
    call::Intent intent;
};

std::optional<WayOn> way_on(NoticeKind kind) {
    switch (kind) {
        case NoticeKind::media_refused:
        case NoticeKind::camera_refused:
        case NoticeKind::microphone_refused:
        case NoticeKind::no_devices:
        case NoticeKind::no_camera:
        case NoticeKind::no_microphone:
        case NoticeKind::camera_in_use:
        case NoticeKind::microphone_in_use:
        case NoticeKind::media_failed:
        case NoticeKind::device_lost:
            return WayOn{Text::try_again, assets::icon::refresh, call::RetryCapture{}};
        case NoticeKind::playback_blocked:
            return WayOn{Text::start_sound, assets::icon::sound, call::StartPlayback{}};
        case NoticeKind::server_away:
            return WayOn{Text::try_now, assets::icon::refresh, call::RetryNow{}};
        default:
            return std::nullopt;
    }
}

/// Whether it goes with its reason only.
bool stays(NoticeKind kind) {
    return kind == NoticeKind::server_away || kind == NoticeKind::playback_blocked;
}

/// Where the parts of one notice stand.
struct Layout {
    std::string sentence;
    std::string countdown;  // empty where there is none
    ImRect bar;
    ImVec2 text;
    float text_width = 0;
    float text_height = 0;
    ImRect button;   // of the way on
    ImRect dismiss;  // the cross

    void move_down(float by) {
        text.y += by;
        for (ImRect* box : {&bar, &button, &dismiss})
            box->TranslateY(by);
    }
};

constexpr float widest = 720;
constexpr float gap = theme::space_8;
constexpr float padding = theme::space_16;
constexpr float icon_room = 20 + theme::space_12;
constexpr float stacked_below = 480;

TextButton button_for(const View& view, const WayOn& way) {
    return {.id = "way on", .name = view.texts(way.name), .look = Look::quiet, .icon = way.icon};
}

/// The sentence, with a long name cut: what is to be done must not be pushed off the page. `most`:
/// the greatest width of a notice here.
std::string sentence(const View& view, const call::Notice& notice, float most) {
    const bool is_name =
        notice.kind == NoticeKind::peer_joined || notice.kind == NoticeKind::peer_left ||
        notice.kind == NoticeKind::peer_unreachable || notice.kind == NoticeKind::hand_raised ||
        notice.kind == NoticeKind::device_replaced || notice.kind == NoticeKind::device_returned;
    const std::string detail = view.shaped(notice.detail);
    return view.texts(sentence_of(notice.kind),
                      {{"detail", is_name ? elided(view, body, detail, most / 2) : detail}});
}

/// What follows the text: the way on, where it is beside it, and the cross.
struct Controls {
    float button = 0;
    float cross = 0;

    /// From the text's end to the bar's.
    [[nodiscard]] float room(bool stacked) const {
        const float beside = (stacked ? 0 : button) + cross;
        return beside > 0 ? beside + theme::space_8 : padding;
    }
};

Controls controls_of(const View& view, NoticeKind kind) {
    const auto way = way_on(kind);
    return {.button = way ? width_of(view, button_for(view, *way)) : 0,
            .cross = stays(kind) ? 0 : theme::target};
}

/// That lets it stand in one line.
float natural_width(const View& view, NoticeKind kind, std::string_view sentence) {
    return padding + icon_room + std::ceil(width_of(view, body, sentence)) + 1 +
           controls_of(view, kind).room(false);
}

/// Of a notice with its sentence. `most`: as for that.
void lay_out(Layout& layout, const View& view, const call::Notice& notice, float most, ImVec2 place,
             float width) {
    const call::Signaling& signaling = view.state.signaling;
    if (notice.kind == NoticeKind::server_away && signaling.state == call::SignalingState::waiting)
        layout.countdown =
            view.texts(Text::next_attempt, {{"seconds", std::to_string(signaling.seconds_left)}});

    const Controls controls = controls_of(view, notice.kind);
    const auto [button, cross] = controls;
    const bool stacked = button > 0 && most < stacked_below;
    layout.text_width = width - padding - icon_room - controls.room(stacked);
    layout.text_height = wrapped_height(view, body, layout.sentence, layout.text_width) +
                         (layout.countdown.empty() ? 0 : line_height(hint));

    // One line stands in the middle of what a finger needs.
    const float text_top =
        std::max(theme::space_12, (theme::target - layout.text_height) / 2 + theme::space_4);
    const float text_bottom = text_top + layout.text_height + theme::space_12;
    const float height =
        std::max(text_bottom, theme::target + theme::space_8) + (stacked ? theme::target : 0);
    layout.bar = box_at(place, {width, height});
    layout.text = {place.x + padding + icon_room, place.y + text_top};
    const float first_row = theme::target + theme::space_8;
    const float row_top = place.y + theme::space_4;
    layout.dismiss =
        box_at({layout.bar.Max.x - theme::space_4 - cross, row_top}, {cross, theme::target});
    layout.button = stacked ? box_at({layout.text.x - theme::space_12,
                                      layout.bar.Max.y - theme::target - theme::space_4},
                                     {button, theme::target})
                            : box_at({layout.dismiss.Min.x - button,
                                      place.y + (std::max(first_row, height) - theme::target) / 2},
                                     {button, theme::target});
}

struct Shown {
    const call::Notice* notice = nullptr;
    Layout layout;
};

/// What fits into the height, in order; alerts are preferred.
std::vector<Shown> choose(std::vector<Shown> all, float most_height) {
    std::vector<bool> chosen(all.size(), false);
    float height = 0;
    for (const auto severity : {call::Severity::alert, call::Severity::status})
        for (std::size_t i = 0; i < all.size(); ++i) {
            const float own = all[i].layout.bar.GetHeight();
            if (all[i].notice->severity != severity || (height > 0 && height + own > most_height))
                continue;
            chosen[i] = true;
            height += own + gap;
        }
    std::vector<Shown> fitting;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (chosen[i])
            fitting.push_back(std::move(all[i]));
    return fitting;
}

void record(const View& view, call::Severity severity, const std::vector<Shown>& all,
            const ImRect& area) {
    const bool alert = severity == call::Severity::alert;
    view.recorder.begin(frame::Node{.role = alert ? frame::Role::alert : frame::Role::status,
                                    .rect = rect_of(area)});
    for (const auto& [notice, layout] : all)
        if (notice->severity == severity)
            view.recorder.add(frame::Node{
                .role = frame::Role::text, .name = layout.sentence, .rect = rect_of(layout.bar)});
    view.recorder.end();
}

void draw_notice(const View& view, const call::Notice& notice, const Layout& layout) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool alert = notice.severity == call::Severity::alert;
    list.AddRectFilled(layout.bar.Min, layout.bar.Max, theme::raised, theme::radius_card);
    const ImRect edge = inset(layout.bar, 0.5F, 0.5F);
    list.AddRect(edge.Min, edge.Max, theme::line, theme::radius_card);
    draw_icon(view, {layout.bar.Min.x + padding + 10, layout.text.y + line_height(body) / 2}, 20,
              alert ? theme::warning : theme::quiet_text,
              alert ? assets::icon::warning : assets::icon::info);
    const float height =
        draw_wrapped(view, layout.text, layout.text_width, body, theme::text, layout.sentence);
    // The count-down changes every second: outside of the live region, so that it is not read out.
    if (!layout.countdown.empty())
        label(
            view,
            box_at({layout.text.x, layout.text.y + height}, {layout.text_width, line_height(hint)}),
            hint, theme::quiet_text, layout.countdown);

    ImGui::PushID(static_cast<int>(notice.id.value));
    if (const auto way = way_on(notice.kind))
        if (text_button(view, layout.button, button_for(view, *way)))
            view.intents.push_back(way->intent);
    if (!stays(notice.kind) && round_button(view, layout.dismiss,
                                            {.id = "dismiss",
                                             .name = view.texts(Text::dismiss),
                                             .icon = assets::icon::close,
                                             .look = Look::quiet}))
        view.intents.emplace_back(call::DismissNotice{.notice = notice.id});
    ImGui::PopID();
}

}  // namespace

float draw_notices(const View& view, const ImRect& area,
                   std::optional<NoticeKind> shown_elsewhere) {
    // As wide as the longest of them takes, so that it hides no more than it must.
    const float most = std::min(widest, area.GetWidth());
    float width = 0;
    std::vector<Shown> shown;
    for (const call::Notice& notice : view.state.notices) {
        if (notice.kind == shown_elsewhere)
            continue;
        Shown& each = shown.emplace_back(Shown{.notice = &notice, .layout = {}});
        each.layout.sentence = sentence(view, notice, most);
        width = std::max(width, natural_width(view, notice.kind, each.layout.sentence));
    }
    width = std::min(width, most);
    const ImVec2 top{std::round(area.GetCenter().x - width / 2), area.Min.y};
    for (Shown& each : shown)
        lay_out(each.layout, view, *each.notice, most, top, width);
    shown = choose(std::move(shown), area.GetHeight());

    float height = 0;
    for (Shown& each : shown) {
        each.layout.move_down(height);
        height += each.layout.bar.GetHeight() + gap;
    }
    // Both regions stand there before anything is put into them: only then is it read out.
    const ImRect taken = box_at(top, {width, height});
    record(view, call::Severity::status, shown, taken);
    record(view, call::Severity::alert, shown, taken);
    for (const Shown& each : shown)
        draw_notice(view, *each.notice, each.layout);
    return height;
}

}  // namespace malgil::ui
