#include "client/call/chat_codec.hpp"

#include <nlohmann/json.hpp>

#include <limits>

namespace malgil::call::chat_codec {
namespace {

using nlohmann::json;

/// Deeper parts of a message are left out: nothing that is read here lies below the first level.
constexpr int max_depth = 4;

/// A longer ID is not echoed.
constexpr std::size_t max_id_bytes = 128;

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

std::string echoable(const json* id) {
    if (id == nullptr || (!id->is_number() && !id->is_string()))
        return {};
    auto text = dump(*id);
    return text.size() <= max_id_bytes ? text : std::string{};
}

Frame parse_text(const json& object) {
    const auto text = string_in(object, "text");
    return Text{.id = echoable(find(object, "id")), .text = std::string(text)};
}

Frame parse_acknowledgement(const json& object) {
    const auto* const id = find(object, "id");
    if (id == nullptr || !id->is_number_unsigned())
        return Unknown{};
    const auto value = id->get<std::uint64_t>();
    if (value > std::numeric_limits<std::uint32_t>::max())
        return Unknown{};
    return Acknowledgement{static_cast<std::uint32_t>(value)};
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
        return Text{.id = {}, .text = std::string(data)};
    const auto type = string_in(message, "type");
    if (type == "text")
        return parse_text(message);
    if (type == "ack")
        return parse_acknowledgement(message);
    return Unknown{};
}

std::string write_text(std::uint32_t id, std::string_view text) {
    return dump(json{{"type", "text"}, {"id", id}, {"text", text}});
}

std::string write_acknowledgement(std::string_view id) {
    return std::string(R"({"type":"ack","id":)").append(id).append("}");
}

}  // namespace malgil::call::chat_codec
