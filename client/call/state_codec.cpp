#include "client/call/state_codec.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace malgil::call::state_codec {
namespace {

using nlohmann::json;

/// Deeper parts of a message are left out: nothing that is read here lies below the first level.
constexpr int max_depth = 4;

constexpr std::array<std::pair<Reaction, std::string_view>, 6> reactions{{
    {Reaction::thumbs_up, "thumbs_up"},
    {Reaction::heart, "heart"},
    {Reaction::laughter, "laughter"},
    {Reaction::applause, "applause"},
    {Reaction::celebration, "celebration"},
    {Reaction::surprise, "surprise"},
}};

std::string dump(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

const json* find(const json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

std::string_view string_in(const json& object, const char* key) {
    const auto* const value = find(object, key);
    return value != nullptr && value->is_string() ? value->get_ref<const std::string&>()
                                                  : std::string_view{};
}

bool is_true(const json& object, const char* key, bool otherwise) {
    const auto* const value = find(object, key);
    return value != nullptr && value->is_boolean() ? value->get<bool>() : otherwise;
}

/// A height in pixels.
int height_in(const json& object, const char* key) {
    constexpr std::uint64_t highest = 16'384;
    const auto* const value = find(object, key);
    return value != nullptr && value->is_number_unsigned()
               ? static_cast<int>(std::min(value->get<std::uint64_t>(), highest))
               : 0;
}

Frame parse_reaction(const json& object) {
    const auto word = string_in(object, "reaction");
    for (const auto& [reaction, known] : reactions)
        if (known == word)
            return reaction;
    return Unknown{};
}

}  // namespace

Frame parse(std::string_view data) {
    if (data.size() > max_frame_bytes)
        return Unknown{};
    const auto not_too_deep = [](int depth, json::parse_event_t, json&) {
        return depth <= max_depth;
    };
    const auto message = json::parse(data, not_too_deep, false);
    if (!message.is_object())
        return Unknown{};
    const auto type = string_in(message, "type");
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
        return SenderLimit{.cpu = string_in(message, "limited") == "cpu"};
    return Unknown{};
}

std::string write(const Presence& presence) {
    return dump(json{{"type", "presence"},
                     {"microphone", presence.microphone},
                     {"camera", presence.camera},
                     {"hand", presence.hand},
                     {"screen", presence.screen}});
}

std::string write(Reaction reaction) {
    const auto* const found =
        std::ranges::find(reactions, reaction, [](const auto& entry) { return entry.first; });
    return dump(json{{"type", "reaction"}, {"reaction", found->second}});
}

std::string write(const Sizes& sizes) {
    return dump(json{{"type", "shown"}, {"camera", sizes.camera}, {"screen", sizes.screen}});
}

std::string write(const SenderLimit& limit) {
    return dump(json{{"type", "quality"}, {"limited", limit.cpu ? "cpu" : "none"}});
}

}  // namespace malgil::call::state_codec
