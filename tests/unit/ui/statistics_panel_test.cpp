#include "client/ui/figures.hpp"
#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace malgil;
using frame::Role;
using test::only;
using test::Page;

namespace {

/// Two minutes of it, with a gap.
void measure(call::Peer& peer) {
    call::Statistics& statistics = peer.path.statistics;
    for (int i = 0; i < 60; ++i) {
        if (i > 20 && i < 30)
            continue;
        call::Sample sample{.at = call::Milliseconds(2000 * i)};
        sample.bitrate_in = 1'000'000 + 10'000 * i;
        sample.bitrate_out = i == 59 ? 850'000 : 500'000;
        sample.loss_in = 0.015;
        sample.round_trip = 42;
        sample.height_in = 720;
        statistics.samples.push_back(sample);
    }
    call::Measurement latest;
    latest.video_out.codec = "H264";
    latest.video_in.codec = "VP8";
    latest.video_in.width = 1280;
    latest.video_in.height = 720;
    latest.audio_out.codec = latest.audio_in.codec = "opus";
    latest.route = {.known = true, .relayed = true, .protocol = "udp"};
    statistics.latest = latest;
}

}  // namespace

TEST_CASE("the panel names codecs and path, and plots what was measured") {
    Page page;
    page.state = test::in_call({"bob", "chae"});
    measure(page.state.roster[0]);
    page.ui.panel = ui::Panel::statistics;
    page.settle();
    CHECK(page.recorder().find(Role::heading, "bob") != nullptr);
    CHECK(page.names("Good · relay, UDP"));
    CHECK(page.names("Picture: H.264 sent, VP8 received"));
    CHECK(page.names("Size: none sent, 1280 × 720 received"));
    CHECK(page.names("Sound: Opus sent, Opus received"));
    CHECK(page.names("Bitrate: 1.6 Mbit/s received, 850 kbit/s sent; at most 1.6 Mbit/s"));
    CHECK(page.names("Loss: 1.5 % received, none sent; at most 1.5 %"));
    CHECK(page.names("Round trip: 42 ms; at most 42 ms"));
    CHECK(page.names("Frame rate: none received, none sent; at most 0 fps"));
    // chae has just come.
    CHECK(page.recorder().find(Role::heading, "chae") != nullptr);
    CHECK(page.names("The first figures come in a moment."));
}

TEST_CASE("the core is told once that somebody looks, and once that nobody does") {
    Page page;
    page.state = test::in_call({"bob"});
    page.settle();
    const auto opened = page.click(Role::button, "Statistics");
    const auto next = page.draw();
    const auto& told = opened.empty() ? next : opened;
    REQUIRE(only<call::WatchStatistics>(told) != nullptr);
    CHECK(only<call::WatchStatistics>(told)->on);
    page.settle();
    CHECK(page.draw().empty());

    page.state = test::in_lobby();
    const auto closed = page.draw();
    REQUIRE(only<call::WatchStatistics>(closed) != nullptr);
    CHECK_FALSE(only<call::WatchStatistics>(closed)->on);
}

TEST_CASE("a button copies all of it") {
    const bool korean = GENERATE(false, true);
    Page page({1280, 1200});
    page.state = test::in_call({"bob"});
    page.state.language = korean ? call::Language::korean : call::Language::english;
    measure(page.state.roster[0]);
    page.ui.panel = ui::Panel::statistics;
    page.settle();
    const auto intents = page.click(Role::button, korean ? "JSON으로 복사" : "Copy as JSON");
    CHECK(only<call::CopyStatistics>(intents) != nullptr);
}

TEST_CASE("what is drawn of the statistics stays within the page") {
    Page page(GENERATE(ImVec2(1280, 800), ImVec2(390, 844), ImVec2(320, 568)));
    page.state = test::in_call({"bob", test::longest_name()});
    page.state.language = GENERATE(call::Language::english, call::Language::korean);
    for (call::Peer& peer : page.state.roster)
        measure(peer);
    page.ui.panel = ui::Panel::statistics;
    page.settle();
    float right = 0;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
        for (const ImDrawVert& vertex : list->VtxBuffer)
            right = std::max(right, vertex.pos.x);
    CHECK(right <= page.size().x + 1);
}

TEST_CASE("figures are written for people") {
    CHECK(ui::bitrate_text(0) == "0 kbit/s");
    CHECK(ui::bitrate_text(999'499) == "999 kbit/s");
    CHECK(ui::bitrate_text(999'500) == "1.0 Mbit/s");
    CHECK(ui::bitrate_text(2'449'000) == "2.4 Mbit/s");
    CHECK(ui::share_text(0) == "0 %");
    CHECK(ui::share_text(0.0349) == "3.5 %");
    CHECK(ui::share_text(1) == "100.0 %");
    CHECK(ui::milliseconds_text(0.4) == "0 ms");
    CHECK(ui::frame_rate_text(29.97) == "30 fps");
    CHECK(ui::codec_text("H264") == "H.264");
    CHECK(ui::codec_text("AV1") == "AV1");
}
