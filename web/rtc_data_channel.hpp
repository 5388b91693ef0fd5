#pragma once

#include "web/error.hpp"
#include "web/listener.hpp"
#include "web/val.hpp"

#include <array>
#include <expected>
#include <functional>
#include <string>

namespace malgil::web {

/// https://www.w3.org/TR/webrtc/#rtcdatachannel; text only.
class RTCDataChannel {
public:
    struct Handlers {
        std::function<void()> on_open;
        std::function<void(const std::string& text)> on_message;
        /// The handler may destroy the channel.
        std::function<void()> on_close;
    };

    RTCDataChannel(val channel, Handlers handlers);
    /// Calls no handler any more, and closes.
    ~RTCDataChannel();

    RTCDataChannel(const RTCDataChannel&) = delete;
    RTCDataChannel& operator=(const RTCDataChannel&) = delete;
    RTCDataChannel(RTCDataChannel&& other) noexcept = default;
    RTCDataChannel& operator=(RTCDataChannel&& other) noexcept = delete;

    [[nodiscard]] bool is_open() const;

    /// `invalid_state` while it is not open; other names where the text is too long for it.
    std::expected<void, DomError> send(const std::string& text);

private:
    val channel_;
    std::array<Listener, 3> listeners_;
};

}  // namespace malgil::web
