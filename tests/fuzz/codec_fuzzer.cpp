// What is true of every frame, however broken. Built as a fuzzer with -D MALGIL_FUZZ=ON and clang;
// the usual tests replay a fixed set of inputs (codec_replay_test.cpp).

#include "server/protocol/codec.hpp"
#include "server/protocol/session_description.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

namespace {

using namespace malgil::protocol;

void check(bool holds) {
    if (!holds)
        std::abort();
}

void check_payload(const RawJson& payload) {
    if (const auto description = parse_session_description(payload))
        check(parse_session_description(to_json(*description)).value() == *description);
    if (const auto candidate = parse_ice_candidate(payload))
        check(parse_ice_candidate(to_json(*candidate)).value() == *candidate);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view frame(reinterpret_cast<const char*>(data), size);
    const Limits limits;
    if (const auto message = parse_client_message(frame, limits)) {
        // What was accepted survives being written and read.
        check(parse_client_message(write(*message), limits).value() == *message);
        if (const auto* signal = std::get_if<SendSignal>(&*message)) {
            // Byte for byte as it stood in the frame.
            check(frame.find(signal->payload.text) != std::string_view::npos);
            check_payload(signal->payload);
        }
    } else {
        // What was refused can be answered.
        check(parse_server_message(write(message.error())).value() ==
              ServerMessage(message.error()));
    }
    if (const auto message = parse_server_message(frame))
        check(parse_server_message(write(*message)).value() == *message);
    return 0;
}
