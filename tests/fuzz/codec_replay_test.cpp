// Runs the fuzzer's checks on a fixed set of inputs: well-formed frames, and what becomes of them
// when bytes are changed, removed, repeated or inserted. The same ones each time.

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::string_view, 9> seeds{
    R"({"type":"join","body":{"channelName":"standup","userId":"앨리스","protocol":1,"resume":"t"}})",
    R"({"type":"quit","body":{"channelName":"standup","userId":"alice"}})",
    R"({"type":"send_offer","body":{"channelName":"c","userId":"u","sdp":{"type":"offer","sdp":"v=0\r\n"},"to":"bob"}})",
    R"({"type":"send_ice_candidate","body":{"channelName":"c","userId":"u","candidate":{"candidate":"c","sdpMid":"0","sdpMLineIndex":0,"usernameFragment":null}}})",
    R"({"type":"joined","body":["alice","bob"]})",
    R"({"type":"offer_sdp_received","from":"bob","body":{"type":"offer","sdp":"\ud83d\udc4b"}})",
    R"({"type":"welcome","body":{"protocol":1,"resume":"","graceSeconds":0,"iceServers":[{"urls":["stun:a"]}],"limits":{"messageBytes":65536},"peers":[{"userId":"bob","protocol":1}]}})",
    R"({"type":"ice_servers","body":{"iceServers":[{"urls":["turn:a?transport=udp"],"username":"1:u","credential":"c"}]}})",
    R"({"type":"error","body":{"code":"forbidden","message":"m","inReplyTo":null}})",
};

/// Bytes that mean something to JSON, and some that mean nothing to UTF-8.
constexpr std::string_view telling_bytes = "{}[]\",:\\ue0-1.\x00\x1F\x7F\x80\xC0\xED\xF4\xFF"sv;

std::string mutated(std::string frame, std::mt19937& random) {
    for (auto changes = random() % 4; changes > 0 && !frame.empty(); --changes) {
        const auto at = random() % frame.size();
        const char byte = telling_bytes[random() % telling_bytes.size()];
        switch (random() % 5) {
            case 0:
                frame[at] = byte;
                break;
            case 1:
                frame.insert(at, 1, byte);
                break;
            case 2:
                frame.erase(at, random() % 8);
                break;
            case 3:
                frame.insert(at, frame.substr(random() % frame.size(), random() % 40));
                break;
            default:
                frame.insert(at, std::string(random() % 40, byte));
        }
    }
    return frame;
}

}  // namespace

TEST_CASE("no frame breaks the codec") {
    std::mt19937 random(20240229);  // NOLINT: the same numbers each time
    for (int i = 0; i < 20'000; ++i) {
        const std::string frame = mutated(std::string(seeds.at(random() % seeds.size())), random);
        CHECK(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(frame.data()),
                                     frame.size()) == 0);
    }
}
