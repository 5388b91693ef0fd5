#include "client/call/state_codec.hpp"

#include "server/protocol/json.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace malgil::call::state_codec {
namespace {

using protocol::append_number;
using protocol::append_text;
using protocol::find;
using protocol::Json;

constexpr std::array<std::pair<Reaction, std::string_view>, 6> reactions{{
    {Reaction::thumbs_up, "thumbs_up"},
    {Reaction::heart, "heart"},
    {Reaction::laughter, "laughter"},
    {Reaction::applause, "applause"},
    {Reaction::celebration, "celebration"},
    {Reaction::surprise, "surprise"},
}};

std::string_view text_in(const Json& object, const char* key) {
    const auto* const text = protocol::find_string(object, key);
    return text != nullptr ? std::string_view(*text) : std::string_view();
}

bool is_true(const Json& object, const char* key, bool otherwise) {
    const auto* const value = find(object, key);
    return value != nullptr && value->is_boolean() ? value->get<bool>() : otherwise;
}

/// A height in pixels.
int height_in(const Json& object, const char* key) {
    constexpr std::uint64_t highest = 16'384;
    const auto* const value = find(object, key);
    return value != nullptr && value->is_number_unsigned()
               ? static_cast<int>(std::min(value->get<std::uint64_t>(), highest))
               : 0;
}

void append_flag(std::string& out, std::string_view key, bool on) {
    protocol::append_key(out, key);
    out += on ? "true" : "false";
}

Frame parse_reaction(const Json& object) {
    const auto word = text_in(object, "reaction");
    for (const auto& [reaction, known] : reactions)
        if (known == word)
            return reaction;
    return Unknown{};
}

}  // namespace

Frame parse(std::string_view data) {
    if (data.size() > max_frame_bytes)
        return Unknown{};
    const auto message = protocol::parse_json(data);
    if (!message.is_object())
        return Unknown{};
    const auto type = text_in(message, "type");
    if (type == "presence")
        return Presence{.microphone = is_true(message, "microphone", true),
                        .camera = is_true(message, "camera", true),
                        .hand = is_true(message, "hand", false),
                        .screen = is_true(message, "screen", false)};
    if (type == "reaction")
        return parse_reaction(message);
    if (type == "shown")
        return Sizes{.camera = height_in(message, "camera"),
                     .screen = height_in(message, "screen")};
    if (type == "quality")
        return SenderLimit{.cpu = text_in(message, "limited") == "cpu"};
    if (type == "restart_ice")
        return RestartWanted{};
    return Unknown{};
}

std::string write(const Presence& presence) {
    std::string out = R"({"type":"presence")";
    append_flag(out, "microphone", presence.microphone);
    append_flag(out, "camera", presence.camera);
    append_flag(out, "hand", presence.hand);
    append_flag(out, "screen", presence.screen);
    return out += '}';
}

std::string write(Reaction reaction) {
    const auto* const found =
        std::ranges::find(reactions, reaction, [](const auto& entry) { return entry.first; });
    std::string out = "{";
    append_text(out, "reaction", found->second);
    append_text(out, "type", "reaction");
    return out += '}';
}

std::string write(const Sizes& sizes) {
    std::string out = R"({"type":"shown")";
    append_number(out, "camera", sizes.camera);
    append_number(out, "screen", sizes.screen);
    return out += '}';
}

std::string write(const SenderLimit& limit) {
    std::string out = R"({"type":"quality")";
    append_text(out, "limited", limit.cpu ? "cpu" : "none");
    return out += '}';
}

std::string write(RestartWanted /*wanted*/) {
    return R"({"type":"restart_ice"})";
}

}  // namespace malgil::call::state_codec
