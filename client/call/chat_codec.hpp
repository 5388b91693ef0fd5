#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

/// What goes over the data channel `chat`: JSON objects `{"type":"text","id":…,"text":…}` and
/// `{"type":"ack","id":…}`; from a tutorial client plain text. No function here throws.
namespace malgil::call::chat_codec {

/// Longer messages of a peer are not looked at. Fits a text of max_text_bytes (chat.hpp) with every
/// byte escaped.
inline constexpr std::size_t max_frame_bytes = std::size_t{64} * 1024;

struct Text {
    /// The sender's `id` as JSON text, to be echoed in the acknowledgement: a number or a string.
    /// Empty: it has none that could be echoed, or came as plain text.
    std::string id;
    std::string text;
    friend bool operator==(const Text&, const Text&) = default;
};

struct Acknowledgement {
    std::uint32_t id;
    friend bool operator==(const Acknowledgement&, const Acknowledgement&) = default;
};

/// An object of another type, which a later version may send; or one that is too long.
struct Unknown {
    friend bool operator==(const Unknown&, const Unknown&) = default;
};

using Frame = std::variant<Text, Acknowledgement, Unknown>;

[[nodiscard]] Frame parse(std::string_view data);

[[nodiscard]] std::string write_text(std::uint32_t id, std::string_view text);
/// `id` as Text has it, not empty.
[[nodiscard]] std::string write_acknowledgement(std::string_view id);

}  // namespace malgil::call::chat_codec
