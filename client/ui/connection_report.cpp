#include "client/ui/connection_report.hpp"

#include "assets/icons.hpp"
#include "client/call/relay_choice.hpp"
#include "client/ui/theme.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace malgil::ui {

namespace {

using call::CheckItem;
using call::CheckResult;
using call::Verdict;

constexpr float icon_size = 16;

/// How one part fares.
struct Finding {
    Text word;
    std::string_view icon;
    ImU32 colour;
};

Finding finding_of(CheckResult result) {
    switch (result) {
        case CheckResult::checking:
            return {Text::check_running, assets::icon::clock, theme::quiet_text};
        case CheckResult::ok:
            return {Text::check_ok, assets::icon::check, theme::accent};
        case CheckResult::failed:
            return {Text::check_failed, assets::icon::warning, theme::warning};
        case CheckResult::not_offered:
            return {Text::check_not_offered, assets::icon::info, theme::quiet_text};
        case CheckResult::unknown:
            break;
    }
    return {Text::check_unknown, assets::icon::info, theme::quiet_text};
}

Finding finding_of(const call::DeviceState& device) {
    switch (device.capture) {
        case call::Capture::opening:
            return finding_of(CheckResult::checking);
        case call::Capture::live:
            return finding_of(CheckResult::ok);
        case call::Capture::failed:
            return finding_of(CheckResult::failed);
        case call::Capture::off:
            break;
    }
    return {Text::check_off, assets::icon::info, theme::quiet_text};
}

std::optional<Text> sentence_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::none:
            return std::nullopt;
        case Verdict::direct:
            return Text::verdict_direct;
        case Verdict::relayed:
            return Text::verdict_relayed;
        case Verdict::local_only:
            return Text::verdict_local_only;
        case Verdict::blocked:
            return Text::verdict_blocked;
        case Verdict::no_relay:
            return Text::verdict_no_relay;
        case Verdict::no_server:
            return Text::verdict_no_server;
    }
    return std::nullopt;
}

void draw_row(const View& view, Column& column, std::string_view name, const Finding& finding) {
    const std::string_view word = view.texts(finding.word);
    const ImRect box = column.room(theme::space_24);
    const float top = box.GetCenter().y - line_height(body) / 2;
    const float width = width_of(view, hint, word);
    const float left = box.Min.x + icon_size + theme::space_8;
    draw_icon(view, {box.Min.x + icon_size / 2, box.GetCenter().y}, icon_size, finding.colour,
              finding.icon);
    draw_line(view, {left, top}, body, theme::text,
              elided(view, body, name, box.Max.x - left - width - theme::space_8));
    draw_line(view, {box.Max.x - width, box.GetCenter().y - line_height(hint) / 2}, hint,
              theme::quiet_text, word);
    view.recorder.add(frame::Node{.role = frame::Role::text,
                                  .name = std::string(name) + ": " + std::string(word),
                                  .rect = rect_of(box)});
}

void draw_rows(const View& view, Column& column) {
    constexpr std::array<std::pair<CheckItem, Text>, call::check_items> items{{
        {CheckItem::server, Text::check_server},
        {CheckItem::stun, Text::check_stun},
        {CheckItem::turn_udp, Text::check_turn_udp},
        {CheckItem::turn_tcp, Text::check_turn_tcp},
        {CheckItem::turn_tls, Text::check_turn_tls},
    }};
    draw_row(view, column, view.texts(Text::camera), finding_of(view.state.media.camera));
    draw_row(view, column, view.texts(Text::microphone), finding_of(view.state.media.microphone));
    for (const auto& [item, name] : items)
        draw_row(view, column, view.texts(name), finding_of(view.state.check.of(item)));
}

}  // namespace

void draw_connection_report(const View& view, Column& column) {
    const call::ConnectionCheck& check = view.state.check;
    // The region stands there before anything is put into it: only then is it read out.
    view.recorder.begin(
        frame::Node{.role = frame::Role::status, .rect = rect_of(column.place_of_next())});
    if (check.of(CheckItem::server) != CheckResult::unknown) {
        column.space(theme::space_8);
        draw_rows(view, column);
    }
    if (const auto sentence =
            sentence_of(call::verdict_of(check, view.state.settings.relay_only))) {
        column.space(theme::space_4);
        column.sentence(view.texts(*sentence));
    }
    view.recorder.end();
}

bool lacks_relay(const call::State& state) {
    if (state.signaling.state == call::SignalingState::joined)
        return !call::offers_relay(state.signaling.ice_servers);
    return std::ranges::all_of(
        std::array{CheckItem::turn_udp, CheckItem::turn_tcp, CheckItem::turn_tls},
        [&](CheckItem item) { return state.check.of(item) == CheckResult::not_offered; });
}

}  // namespace malgil::ui
