#include "page.hpp"
#include "people.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace malgil;
using frame::Role;
using test::only;
using test::Page;

namespace {

/// The settings of a call, on a page that is high enough for all of them.
void open_settings(Page& page) {
    page.state = test::in_call({"bob"});
    for (const auto* name : {"VP8", "VP9", "AV1"})
        page.state.codecs.add_video(name);
    for (const auto* name : {"opus", "G722", "PCMU"})
        page.state.codecs.add_audio(name);
    page.state.roster[0].codecs = page.state.codecs;
    page.ui.panel = ui::Panel::settings;
    page.settle();
}

}  // namespace

TEST_CASE("a codec is chosen with a word on what it is good for") {
    Page page({1280, 2400});
    open_settings(page);
    CHECK(page.node(Role::combobox, "Video codec").description == "Automatic");
    page.click(Role::combobox, "Video codec");
    page.settle();
    CHECK(page.node(Role::option, "VP9").description == "A better picture at the same bitrate");
    CHECK_FALSE(page.node(Role::option, "VP9").disabled);
    // Chromium tells assistive technology of no option outside a list.
    CHECK(page.children_of(Role::listbox).size() == 5);
    const auto intents = page.click(Role::option, "VP9");
    REQUIRE(only<call::ChangeSettings>(intents) != nullptr);
    CHECK(only<call::ChangeSettings>(intents)->settings.video_codec == call::VideoCodec::vp9);
}

TEST_CASE("a codec that one side lacks is not to be chosen, and says which") {
    Page page({1280, 2400});
    open_settings(page);
    page.state.roster[0].codecs = {};
    page.state.roster[0].codecs.add_video("VP8");
    page.click(Role::combobox, "Video codec");
    page.settle();
    CHECK(page.node(Role::option, "H.264").disabled);
    CHECK(page.node(Role::option, "H.264").description == "This browser does not have it");
    CHECK(page.node(Role::option, "AV1").disabled);
    CHECK(page.node(Role::option, "AV1").description == "The others’ browsers do not have it");
    CHECK_FALSE(page.node(Role::option, "VP8").disabled);
}

TEST_CASE("the sound's codec is chosen the same way") {
    Page page({1280, 2400});
    open_settings(page);
    page.click(Role::combobox, "Audio codec");
    page.settle();
    const auto intents = page.click(Role::option, "G.722");
    REQUIRE(only<call::ChangeSettings>(intents) != nullptr);
    CHECK(only<call::ChangeSettings>(intents)->settings.audio_codec == call::AudioCodec::g722);
}

TEST_CASE("what is in use is shown, as soon as it is known") {
    Page page({1280, 2400});
    open_settings(page);
    call::Measurement latest;
    latest.video_out.codec = "H264";
    latest.video_in.codec = "VP8";
    page.state.roster[0].path.statistics.latest = latest;
    page.draw();
    CHECK(page.names("In use: H.264 sent, VP8 received"));
}
