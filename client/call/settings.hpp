#pragma once

#include <string>
#include <string_view>

namespace malgil::call {

/// Wishes for the camera's picture: what a device cannot give, it comes near to.
enum class VideoPreset {
    low,      // 640 × 360 at 15: small computers, thin lines
    medium,   // 640 × 360 at 30
    high,     // 1280 × 720 at 30
    highest,  // 1920 × 1080 at 30
};

/// In pixels and frames a second, of a picture that is wider than high.
struct PictureSize {
    int width;
    int height;
    int frame_rate;
};

[[nodiscard]] PictureSize size_of(VideoPreset preset);

enum class VideoCodec { automatic, vp8, vp9, h264, av1 };
enum class AudioCodec { automatic, opus, g722, pcmu };

/// What a person chooses for this call and the next ones.
struct Settings {
    /// `MediaDeviceInfo.deviceId`; empty: as the browser sees fit.
    std::string camera{};
    std::string microphone{};
    std::string speaker{};

    VideoPreset video_preset = VideoPreset::high;
    bool echo_cancellation = true;
    bool noise_suppression = true;
    bool auto_gain_control = true;

    /// The microphone is open only while a key or the button is held down.
    bool push_to_talk = false;

    /// Only by way of a TURN server: peers do not learn this machine's address.
    bool relay_only = false;

    VideoCodec video_codec = VideoCodec::automatic;
    AudioCodec audio_codec = AudioCodec::automatic;

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// As the text that the browser keeps: lines `name=value`.
[[nodiscard]] std::string write_settings(const Settings& settings);
/// A line that another version wrote, or that makes no sense, is left out.
[[nodiscard]] Settings parse_settings(std::string_view text);

}  // namespace malgil::call
