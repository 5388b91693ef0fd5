#include "client/call/chat_codec.hpp"

#include "server/protocol/json.hpp"

#include <limits>

namespace malgil::call::chat_codec {
namespace {

using protocol::find;
using protocol::Json;

/// A longer ID is not echoed.
constexpr std::size_t max_id_bytes = 128;

std::string echoable(const Json* id) {
    std::string text;
    if (id == nullptr)
        return text;
    if (const auto* const words = id->get_ptr<const std::string*>())
        protocol::append_quoted(text, *words);
    else if (id->is_number_unsigned())
        text = std::to_string(id->get<std::uint64_t>());
    else if (id->is_number_integer())
        text = std::to_string(id->get<std::int64_t>());
    else if (id->is_number_float())
        protocol::append_decimal(text, id->get<double>());
    return text.size() <= max_id_bytes ? text : std::string{};
}

Frame parse_text(const Json& object) {
    const auto* const text = protocol::find_string(object, "text");
    return Text{.id = echoable(find(object, "id")),
                .text = text == nullptr ? std::string() : *text};
}

Frame parse_acknowledgement(const Json& object) {
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
    const auto message = protocol::parse_json(data);
    if (!message.is_object())
        return Text{.id = {}, .text = std::string(data)};
    const auto* const type = protocol::find_string(message, "type");
    if (type != nullptr && *type == "text")
        return parse_text(message);
    if (type != nullptr && *type == "ack")
        return parse_acknowledgement(message);
    return Unknown{};
}

std::string write_text(std::uint32_t id, std::string_view text) {
    std::string out = "{";
    protocol::append_number(out, "id", id);
    protocol::append_text(out, "text", text);
    protocol::append_text(out, "type", "text");
    return out += '}';
}

std::string write_acknowledgement(std::string_view id) {
    return std::string(R"({"type":"ack","id":)").append(id).append("}");
}

}  // namespace malgil::call::chat_codec
