#pragma once

#include <cstddef>

namespace malgil::call {

struct State;
struct Turn;

/// How one's video is sent to one peer. 0: as the browser sees fit.
/// https://www.w3.org/TR/webrtc/#rtcrtpencodingparameters
struct VideoEncoding {
    int max_bitrate = 0;             // bits a second
    double scale_resolution_by = 1;  // 1 or more: width and height are divided by it
    int max_framerate = 0;           // frames a second
    bool active = true;              // false: nothing is sent

    friend bool operator==(const VideoEncoding&, const VideoEncoding&) = default;
};

/// What a member of a mesh can bear to encode and to send for each of so many peers: it does both
/// once for each of them.
[[nodiscard]] VideoEncoding encoding_for(std::size_t peers);

/// The same for a peer that shows it `shown` pixels high (0: not at all), of `captured` that the
/// camera gives (0: not known). It gets no more pixels than it shows, and nothing where it shows
/// none.
[[nodiscard]] VideoEncoding encoding_for(std::size_t peers, int shown, int captured);

/// The same for a shared screen: sharp before smooth.
[[nodiscard]] VideoEncoding screen_encoding_for(std::size_t peers);

/// From so many members on, the person is told that the call is heavy.
inline constexpr std::size_t heavy_members = 6;

/// Brings what is sent in line with the number of peers, and says where there are many. After every
/// event.
void shape_videos(State& state, Turn& turn);

}  // namespace malgil::call
