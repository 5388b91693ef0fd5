#include "client/ui/statistics_panel.hpp"

#include "assets/icons.hpp"
#include "client/ui/figures.hpp"
#include "client/ui/plot.hpp"
#include "client/ui/quality_mark.hpp"
#include "client/ui/theme.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string>

namespace malgil::ui {

namespace {

using call::Peer;
using call::Sample;

constexpr std::array<Plot, 6> plots{{
    {Text::plot_bitrate, &Sample::bitrate_in, &Sample::bitrate_out, bitrate_text, 100'000},
    {Text::plot_loss, &Sample::loss_in, &Sample::loss_out, share_text, 0.05},
    {Text::plot_round_trip, &Sample::round_trip, nullptr, milliseconds_text, 50},
    {Text::plot_jitter, &Sample::jitter, nullptr, milliseconds_text, 20},
    {Text::plot_frame_rate, &Sample::frame_rate_in, &Sample::frame_rate_out, frame_rate_text, 30},
    {Text::plot_resolution, &Sample::height_in, &Sample::height_out, pixels_text, 720},
}};

void draw_legend(const View& view, Column& column) {
    const ImRect box = column.room(line_height(hint));
    ImVec2 place = box.Min;
    const auto entry = [&](ImU32 colour, std::string_view arrow, Text text) {
        draw_line(view, place, hint_strong, colour, arrow);
        place.x += width_of(view, hint_strong, arrow) + theme::space_4;
        draw_line(view, place, hint, theme::quiet_text, view.texts(text));
        place.x += width_of(view, hint, view.texts(text)) + theme::space_16;
    };
    entry(colour_of_received(), "↓", Text::plot_received);
    entry(colour_of_sent(), "↑", Text::plot_sent);
}

void draw_name(const View& view, Column& column, const Peer& peer) {
    const std::string& user = peer.user.str();
    const ImRect box = column.room(line_height(body_strong));
    view.recorder.add(
        frame::Node{.role = frame::Role::heading, .name = user, .rect = rect_of(box)});
    const std::string cut = elided(view, body_strong, view.shaped(user), box.GetWidth());
    draw_line(view, box.Min, body_strong, theme::text, cut);
}

std::string path_text(const View& view, const call::Route& route) {
    const bool udp = route.protocol == "udp";
    const std::string_view protocol = udp ? "UDP" : route.protocol == "tls" ? "TLS" : "TCP";
    return view.texts(route.relayed ? Text::path_relay : Text::path_direct,
                      {{"protocol", protocol}});
}

/// Nothing where none is known of either direction.
void draw_codecs(const View& view, Column& column, Text text, const call::Flow& out,
                 const call::Flow& in) {
    if (out.codec.empty() && in.codec.empty())
        return;
    const auto name = [&](const call::Flow& flow) {
        return flow.codec.empty() ? view.texts(Text::plot_nothing) : codec_text(flow.codec);
    };
    column.note(view.texts(text, {{"sent", name(out)}, {"received", name(in)}}));
}

void draw_size(const View& view, Column& column, const call::Measurement& latest) {
    const auto size = [&](const call::Flow& flow) {
        if (!flow.width || !flow.height)
            return std::string(view.texts(Text::plot_nothing));
        return std::to_string(std::lround(*flow.width)) + " × " +
               std::to_string(std::lround(*flow.height));
    };
    if (latest.video_in.width || latest.video_out.width)
        column.note(view.texts(Text::statistics_size, {{"sent", size(latest.video_out)},
                                                       {"received", size(latest.video_in)}}));
}

void draw_plots(const View& view, Column& column, const call::Statistics& statistics) {
    const float width = std::floor((column.width() - theme::space_12) / 2);
    for (std::size_t i = 0; i + 1 < plots.size(); i += 2) {
        const ImRect row = column.room(plot_height() + theme::space_8);
        const ImVec2 size{width, plot_height()};
        draw_plot(view, box_at(row.Min, size), plots[i], statistics.samples);
        draw_plot(view, box_at({row.Max.x - width, row.Min.y}, size), plots[i + 1],
                  statistics.samples);
    }
}

void draw_peer(const View& view, Column& column, const Peer& peer) {
    const call::PeerPath& path = peer.path;
    column.space(theme::space_16);
    draw_name(view, column, peer);
    if (!path.statistics.latest) {
        column.note(view.texts(Text::statistics_soon));
        return;
    }
    const call::Measurement& latest = *path.statistics.latest;
    std::string state = quality_text(view, path.mark.shown);
    if (latest.route.known)
        state.append(" · ").append(path_text(view, latest.route));
    column.note(state, colour_of(path.mark.shown.quality));
    draw_codecs(view, column, Text::statistics_picture, latest.video_out, latest.video_in);
    draw_size(view, column, latest);
    draw_codecs(view, column, Text::statistics_sound, latest.audio_out, latest.audio_in);
    column.space(theme::space_4);
    draw_plots(view, column, path.statistics);
}

}  // namespace

void draw_statistics(const View& view, Column& column) {
    column.space(theme::space_8);
    if (view.state.roster.empty()) {
        column.note(view.texts(Text::statistics_nobody));
        return;
    }
    draw_legend(view, column);
    for (const Peer& peer : view.state.roster) {
        ImGui::PushID(peer.user.str().c_str());
        draw_peer(view, column, peer);
        ImGui::PopID();
    }
    column.space(theme::space_16);
    if (column.button({.id = "copy statistics",
                       .name = view.texts(Text::copy_statistics),
                       .icon = assets::icon::copy,
                       .description = view.texts(Text::copy_statistics_hint)}))
        view.intents.emplace_back(call::CopyStatistics{});
    column.note(view.texts(Text::copy_statistics_hint));
}

}  // namespace malgil::ui
