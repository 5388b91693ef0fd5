#include "client/call/opus.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

namespace malgil::test {
namespace {

using call::with_opus_options;

// As Chromium 150 writes it, shortened.
const std::string chromium =
    "v=0\r\n"
    "o=- 4611731400430051336 2 IN IP4 127.0.0.1\r\n"
    "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0\r\n"
    "a=rtpmap:111 opus/48000/2\r\n"
    "a=rtcp-fb:111 transport-cc\r\n"
    "a=fmtp:111 minptime=10;useinbandfec=1\r\n"
    "a=rtpmap:63 red/48000/2\r\n"
    "a=fmtp:63 111/111\r\n"
    "a=rtpmap:9 G722/8000\r\n"
    "m=video 9 UDP/TLS/RTP/SAVPF 96 97\r\n"
    "a=rtpmap:96 VP8/90000\r\n"
    "a=rtpmap:97 rtx/90000\r\n"
    "a=fmtp:97 apt=96\r\n";

// As Firefox 140 writes it, shortened.
const std::string firefox =
    "v=0\r\n"
    "o=mozilla...THIS_IS_SDPARTA-99.0 5153266254932139 0 IN IP4 0.0.0.0\r\n"
    "m=audio 9 UDP/TLS/RTP/SAVPF 109 9 101\r\n"
    "a=fmtp:109 maxplaybackrate=48000;stereo=1;useinbandfec=1\r\n"
    "a=fmtp:101 0-15\r\n"
    "a=rtpmap:109 opus/48000/2\r\n"
    "a=rtpmap:101 telephone-event/8000/1\r\n";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    return text.replace(text.find(what), what.size(), by);
}

TEST_CASE("Opus is asked for with error correction and silence, and nothing else changes") {
    CHECK(with_opus_options(chromium) ==
          replaced(chromium, "minptime=10;useinbandfec=1", "minptime=10;useinbandfec=1;usedtx=1"));
    CHECK(with_opus_options(firefox) ==
          replaced(firefox, "stereo=1;useinbandfec=1", "stereo=1;useinbandfec=1;usedtx=1"));
}

TEST_CASE("a missing line of parameters comes after the codec, with its line break") {
    CHECK(with_opus_options("m=audio 9 X 96\r\na=rtpmap:96 opus/48000/2\r\na=mid:0\r\n") ==
          "m=audio 9 X 96\r\na=rtpmap:96 opus/48000/2\r\n"
          "a=fmtp:96 useinbandfec=1;usedtx=1\r\na=mid:0\r\n");
    CHECK(with_opus_options("m=audio 9 X 96\na=rtpmap:96 OPUS/48000/2\n") ==
          "m=audio 9 X 96\na=rtpmap:96 OPUS/48000/2\na=fmtp:96 useinbandfec=1;usedtx=1\n");
    CHECK(with_opus_options("m=audio 9 X 96\r\na=rtpmap:96 opus/48000/2") ==
          "m=audio 9 X 96\r\na=rtpmap:96 opus/48000/2\r\na=fmtp:96 useinbandfec=1;usedtx=1");
}

TEST_CASE("what is said already is not said again, and not overruled") {
    const std::string said =
        "m=audio 9 X 96\r\na=rtpmap:96 opus/48000/2\r\na=fmtp:96 usedtx=0; useinbandfec=1\r\n";
    CHECK(with_opus_options(said) == said);
    CHECK(with_opus_options(with_opus_options(chromium)) == with_opus_options(chromium));
}

TEST_CASE("a payload number belongs to its media section") {
    const std::string sdp =
        "m=video 9 X 96\r\na=rtpmap:96 VP8/90000\r\na=fmtp:96 x=1\r\n"
        "m=audio 9 X 96\r\na=rtpmap:96 opus/48000/2\r\na=fmtp:96 y=1\r\n";
    CHECK(with_opus_options(sdp) == replaced(sdp, "y=1", "y=1;useinbandfec=1;usedtx=1"));
}

TEST_CASE("a description without Opus, and what is none, stay as they are") {
    for (const std::string sdp :
         {"", "\r\n", "a=rtpmap:", "a=rtpmap:opus/", "m=audio 9 X 0\r\na=rtpmap:0 PCMU/8000\r\n",
          "a=fmtp: x\r\na=rtpmap:1 opusx/1\r\n"})
        CHECK(with_opus_options(sdp) == sdp);
}

}  // namespace
}  // namespace malgil::test
