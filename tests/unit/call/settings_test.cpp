#include "client/call/settings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace malgil::call {
namespace {

TEST_CASE("settings are read as they were written") {
    const Settings changed{.camera = "a=b",
                           .microphone = "m",
                           .speaker = "s",
                           .video_preset = VideoPreset::low,
                           .echo_cancellation = false,
                           .noise_suppression = false,
                           .auto_gain_control = false,
                           .push_to_talk = true,
                           .relay_only = true,
                           .video_codec = VideoCodec::av1,
                           .audio_codec = AudioCodec::g722};
    CHECK(parse_settings(write_settings(changed)) == changed);
    CHECK(parse_settings(write_settings({})) == Settings{});
}

TEST_CASE("what makes no sense is left out, the rest is kept") {
    CHECK(parse_settings("") == Settings{});
    CHECK(parse_settings("nonsense\n=\nvideo_codec=h999\nlater=1\nrelay_only=on") ==
          Settings{.relay_only = true});
}

}  // namespace
}  // namespace malgil::call
