#include "client/call/codecs.hpp"

#include "tests/unit/call/calls.hpp"
#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace malgil::test {
namespace {

using call::AudioCodec;
using call::Choice;
using call::Codecs;
using call::VideoCodec;

call::Intent choose(VideoCodec video, AudioCodec audio = AudioCodec::automatic) {
    call::Settings settings;
    settings.video_codec = video;
    settings.audio_codec = audio;
    return call::ChangeSettings{settings};
}

TEST_CASE("the codecs of a description are those of its rtpmap lines, each in its section") {
    const Codecs codecs = call::codecs_in(
        "v=0\r\nm=audio 9 X 111 0\r\na=rtpmap:111 opus/48000/2\r\na=rtpmap:0 PCMU/8000\r\n"
        "a=rtpmap:5 VP9/90000\r\n"
        "m=video 9 X 96 45\na=rtpmap:96 VP8/90000\na=rtpmap:45 AV1/90000\na=rtpmap:97 rtx/90000\n"
        "a=rtpmap:98\na=rtpmap: \nm=application 9\r\n");
    CHECK(codecs.has(VideoCodec::vp8));
    CHECK(codecs.has(VideoCodec::av1));
    CHECK_FALSE(codecs.has(VideoCodec::vp9));
    CHECK_FALSE(codecs.has(VideoCodec::h264));
    CHECK_FALSE(codecs.has(VideoCodec::automatic));
    CHECK(codecs.has(AudioCodec::opus));
    CHECK(codecs.has(AudioCodec::pcmu));
    CHECK_FALSE(codecs.has(AudioCodec::g722));
    CHECK(call::codecs_in("") == Codecs{});
}

TEST_CASE("MIME types are taken in upper and lower case, and others left out") {
    Codecs codecs;
    for (const auto* type : {"video/vp8", "video/H264", "audio/G722", "audio/OPUS", "video/rtx",
                             "audio/telephone-event", "nothing", ""})
        codecs.add_type(type);
    CHECK(codecs.has(VideoCodec::vp8));
    CHECK(codecs.has(VideoCodec::h264));
    CHECK(codecs.has(AudioCodec::g722));
    CHECK(codecs.has(AudioCodec::opus));
    CHECK_FALSE(codecs.has(VideoCodec::av1));
}

TEST_CASE("what is to be chosen is what both sides have") {
    call::State state;
    CHECK(call::choice_of(state, VideoCodec::h264) == Choice::possible);
    state.codecs.add_video("VP8");
    state.codecs.add_video("VP9");
    state.codecs.add_video("AV1");
    CHECK(call::choice_of(state, VideoCodec::h264) == Choice::not_here);
    CHECK(call::choice_of(state, VideoCodec::vp9) == Choice::possible);

    state.roster.push_back({.user = *call::UserId::parse("bob")});
    CHECK(call::choice_of(state, VideoCodec::vp9) == Choice::possible);
    state.roster.back().codecs.add_video("VP8");
    CHECK(call::choice_of(state, VideoCodec::vp9) == Choice::not_there);
    CHECK(call::choice_of(state, VideoCodec::vp8) == Choice::possible);
    CHECK(call::choice_of(state, VideoCodec::automatic) == Choice::possible);

    state.roster.push_back({.user = *call::UserId::parse("chae")});
    state.roster.back().codecs.add_video("VP9");
    CHECK(call::choice_of(state, VideoCodec::vp9) == Choice::possible);
}

TEST_CASE("another codec is one offer on each connection") {
    auto world = call_of({"alice", "bob", "carol"});
    std::vector<std::size_t> before;
    for (const auto* name : {"alice", "bob", "carol"})
        before.push_back(world.page(name).count<call::SetLocalDescription>());

    world.post("alice", choose(VideoCodec::vp9));
    world.settle();
    CHECK(world.page("alice").count<call::PreferCodecs>() == 2);
    CHECK(world.page("alice").count<call::SetLocalDescription>() == before[0] + 2);
    CHECK(world.page("bob").count<call::SetLocalDescription>() == before[1] + 1);
    CHECK(world.page("carol").count<call::SetLocalDescription>() == before[2] + 1);
    CHECK(world.page("bob").count<call::PreferCodecs>() == 0);
    CHECK(world.connected("alice", "bob"));

    world.post("alice", choose(VideoCodec::vp9));
    world.settle();
    CHECK(world.page("alice").count<call::PreferCodecs>() == 2);
    CHECK(world.violations().empty());
}

TEST_CASE("two who choose in the same instant agree in the end") {
    auto world = call_of({"alice", "bob"});
    world.post("alice", choose(VideoCodec::vp9));
    world.post("bob", choose(VideoCodec::h264, AudioCodec::pcmu));
    world.settle();
    CHECK(world.connected("alice", "bob"));
    CHECK(world.state("alice").find_peer(*call::UserId::parse("bob"))->negotiation.stage ==
          call::Negotiation::Stage::stable);
    CHECK(world.violations().empty());
}

TEST_CASE("what was chosen before a call is in its first description") {
    World world;
    for (const auto* name : {"alice", "bob"}) {
        world.open_page(name);
        world.post(name, choose(VideoCodec::av1, AudioCodec::opus));
        world.call(name);
        world.settle();
    }
    CHECK(world.connected("alice", "bob"));
    for (const auto* name : {"alice", "bob"}) {
        const auto& effects = world.page(name).all_effects;
        const auto is = [](auto kind) {
            return [](const call::Effect& effect) {
                return std::holds_alternative<decltype(kind)>(effect);
            };
        };
        CHECK(world.page(name).count<call::PreferCodecs>() == 1);
        CHECK(std::ranges::find_if(effects, is(call::PreferCodecs{})) <
              std::ranges::find_if(effects, is(call::SetLocalDescription{})));
    }
    CHECK(world.page("bob").count<call::SetLocalDescription>() == 1);
    CHECK(world.violations().empty());
}

TEST_CASE("a tutorial client is left alone") {
    World world;
    world.join_tutorial_client("tutor");
    world.open_page("alice");
    world.call("alice");
    world.settle();
    REQUIRE(world.peer("alice", "tutor").connection != call::ConnectionId{});
    const auto before = world.page("alice").count<call::SetLocalDescription>();
    world.post("alice", choose(VideoCodec::vp9));
    world.settle();
    CHECK(world.page("alice").count<call::PreferCodecs>() == 0);
    CHECK(world.page("alice").count<call::SetLocalDescription>() == before);
}

}  // namespace
}  // namespace malgil::test
