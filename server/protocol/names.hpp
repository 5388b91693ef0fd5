#pragma once

#include <compare>
#include <cstddef>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace malgil::protocol {

/// What is wrong with a name that somebody typed or sent.
enum class NameError { empty, too_long, not_utf8, control_character };

/// Characters (Unicode code points) that a name may have at the most.
inline constexpr std::size_t max_name_characters = 64;

/// Checks a user ID or a channel name: 1 to 64 code points of valid UTF-8 without control
/// characters (general category Cc). Nothing is trimmed or normalised here: the client does that.
[[nodiscard]] std::expected<void, NameError> check_name(std::string_view name);

/// A checked name. Compared byte by byte. Made by `parse` only, so one that exists is valid.
template <class Tag>
class Name {
public:
    [[nodiscard]] static std::expected<Name, NameError> parse(std::string text) {
        if (auto checked = check_name(text); !checked)
            return std::unexpected(checked.error());
        return Name(std::move(text));
    }

    [[nodiscard]] const std::string& str() const noexcept { return text_; }

    friend bool operator==(const Name&, const Name&) = default;
    friend std::strong_ordering operator<=>(const Name&, const Name&) = default;

private:
    explicit Name(std::string text) : text_(std::move(text)) {}

    std::string text_;
};

/// Who somebody is in a channel; unique there.
using UserId = Name<struct UserIdTag>;

/// Where people meet.
using ChannelName = Name<struct ChannelNameTag>;

}  // namespace malgil::protocol

template <class Tag>
struct std::hash<malgil::protocol::Name<Tag>> {
    std::size_t operator()(const malgil::protocol::Name<Tag>& name) const noexcept {
        return std::hash<std::string>{}(name.str());
    }
};
