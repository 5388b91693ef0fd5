#include "client/ui/ui.hpp"

#include "client/ui/call_view.hpp"
#include "client/ui/lobby.hpp"
#include "client/ui/side_panel.hpp"
#include "client/ui/view.hpp"

#include <utility>

namespace malgil::ui {

namespace {

/// What was typed last time, or came in the address, stands in the fields once.
void fill_fields(const call::State& state, UiState& ui, const Surroundings& surroundings) {
    if (ui.fields_filled)
        return;
    ui.fields_filled = true;
    ui.user = state.user;
    ui.channel = state.channel;
    // A keyboard that slides in by itself would cover half of the page.
    ui.focus_user = ui.user.empty() && !surroundings.touch;
}

ImRect page_of(const ImVec2& size, const Surroundings& surroundings) {
    return {surroundings.inset_left, surroundings.inset_top, size.x - surroundings.inset_right,
            size.y - surroundings.inset_bottom};
}

/// One window for everything, which draws no ground: the videos lie under it.
void begin_window(bool scrolls) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                             ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                             ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                             ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav;
    if (!scrolls)
        flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin(scrolls ? "lobby" : "call", nullptr, flags);
}

/// Both panels show what is measured.
void tell_what_is_watched(const View& view, bool in_call) {
    const Panel panel = shown_panel(view);
    const bool watches = in_call && (panel == Panel::statistics || panel == Panel::settings);
    if (std::exchange(view.ui.watches_statistics, watches) != watches)
        view.intents.emplace_back(call::WatchStatistics{.on = watches});
}

}  // namespace

std::vector<call::Intent> draw(const call::State& state, UiState& ui,
                               const Surroundings& surroundings, frame::Recorder& recorder) {
    fill_fields(state, ui, surroundings);
    std::vector<call::Intent> intents;
    const View view{.state = state,
                    .ui = ui,
                    .around = surroundings,
                    .recorder = recorder,
                    .texts = Texts(state.language),
                    .intents = intents,
                    .page = page_of(ImGui::GetIO().DisplaySize, surroundings)};
    const bool in_call = state.phase == call::Phase::in_call;
    begin_window(!in_call);
    if (in_call)
        draw_call(view);
    else
        draw_lobby(view);
    tell_what_is_watched(view, in_call);
    ImGui::End();
    return intents;
}

}  // namespace malgil::ui
