#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

/// One pass over the text of a frame; private to server/protocol.
namespace malgil::protocol {

/// A value in a frame, as far as the codec looks into it.
struct FrameValue {
    enum class Kind { absent, null, boolean, integer, real, string, array, object };

    Kind kind = Kind::absent;
    /// For `string`: the text, unescaped, valid UTF-8.
    std::string text;
    /// For `integer`; what does not fit is the nearest that does.
    std::int64_t number = 0;
    /// For `null`, `array` and `object`: the value as it stands in the frame, byte for byte.
    std::string_view raw;
};

/// The envelope, and those members of `body` that a client's messages have. Views point into the
/// frame that was scanned.
struct Frame {
    FrameValue type;
    FrameValue from;
    FrameValue body;

    FrameValue channel_name;
    FrameValue user_id;
    FrameValue protocol;
    FrameValue resume;
    FrameValue received;
    FrameValue sdp;
    FrameValue candidate;
    FrameValue to;
};

/// Reads a frame. The error is a sentence: not JSON (or not UTF-8), nested deeper than `max_depth`,
/// not an object, or one of the members above given twice: two readers could then take different
/// ones.
[[nodiscard]] std::expected<Frame, std::string> scan_frame(std::string_view text,
                                                           std::size_t max_depth);

}  // namespace malgil::protocol
