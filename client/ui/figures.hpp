#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Measured values in words, with their units. The same in every language.
namespace malgil::ui {

/// "850 kbit/s", "1.2 Mbit/s"; `value` in bits a second.
[[nodiscard]] std::string bitrate_text(double value);
/// "35 ms"
[[nodiscard]] std::string milliseconds_text(double value);
/// "2.5 %"; `value` from 0 to 1.
[[nodiscard]] std::string share_text(double value);
/// "30 fps"
[[nodiscard]] std::string frame_rate_text(double value);
/// "720 px"
[[nodiscard]] std::string pixels_text(double value);

/// As people write it: "H.264" for the browser's "H264".
[[nodiscard]] std::string_view codec_text(std::string_view name);

}  // namespace malgil::ui
