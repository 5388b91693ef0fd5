#include "client/call/state_codec.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

namespace malgil::call::state_codec {
namespace {

TEST_CASE("what is written is read") {
    const Presence presence{.microphone = false, .camera = true, .hand = true, .screen = true};
    CHECK(parse(write(presence)) == Frame(presence));
    CHECK(parse(write(Sizes{.camera = 360, .screen = 900})) ==
          Frame(Sizes{.camera = 360, .screen = 900}));
    for (const auto reaction : {Reaction::thumbs_up, Reaction::heart, Reaction::laughter,
                                Reaction::applause, Reaction::celebration, Reaction::surprise})
        CHECK(parse(write(reaction)) == Frame(reaction));
    for (const bool cpu : {false, true})
        CHECK(parse(write(SenderLimit{.cpu = cpu})) == Frame(SenderLimit{.cpu = cpu}));
    CHECK(parse(write(RestartWanted{})) == Frame(RestartWanted{}));
    CHECK(write(Reaction::heart) == R"({"reaction":"heart","type":"reaction"})");
}

TEST_CASE("members that are missing or of another type are as if nobody had spoken of them") {
    CHECK(parse(R"({"type":"presence"})") == Frame(Presence{}));
    CHECK(parse(R"({"type":"presence","microphone":0,"hand":"yes"})") == Frame(Presence{}));
    CHECK(parse(R"({"type":"quality","limited":7})") == Frame(SenderLimit{}));
    CHECK(parse(R"({"type":"shown","camera":-1,"screen":1.5})") == Frame(Sizes{}));
    CHECK(parse(R"({"type":"shown","camera":99999999999})") ==
          Frame(Sizes{.camera = 16'384, .screen = 0}));
}

TEST_CASE("what is not understood is nothing") {
    for (const auto* data : {"", "[]", "1", "{", R"({"type":1})", R"({"type":"later"})",
                             R"({"type":"reaction","reaction":"shrug"})"})
        CHECK(parse(data) == Frame(Unknown{}));
    CHECK(parse(std::string(max_frame_bytes + 1, ' ') + write(Sizes{})) == Frame(Unknown{}));
    CHECK(parse(std::string(3000, '[')) == Frame(Unknown{}));
}

}  // namespace
}  // namespace malgil::call::state_codec
