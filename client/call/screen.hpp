#pragma once

#include "client/call/ids.hpp"

namespace malgil::call {

struct Turn;

/// Why no screen is shared. From getDisplayMedia's DOMException names:
/// https://www.w3.org/TR/screen-capture/#dom-mediadevices-getdisplaymedia
enum class ScreenError {
    refused,  // NotAllowedError: the person cancelled the browser's dialogue, or may not share
    failed,   // anything else
};

/// One's own screen, window or tab, shared beside the camera.
struct ScreenShare {
    enum class Stage {
        off,
        choosing,  // the browser's dialogue is open
        on,
    };
    Stage stage = Stage::off;
    /// The latest attempt; what comes of an older one is stale.
    CaptureId attempt{};

    [[nodiscard]] bool is_on() const noexcept { return stage == Stage::on; }

    /// Asks the browser to let the person choose; or ends it.
    void toggle(Turn& turn);
    void stop(Turn& turn);
    /// False where it is stale.
    [[nodiscard]] bool opened(CaptureId capture);
    [[nodiscard]] bool failed(CaptureId capture);
    /// It ended by itself: from the browser's own bar, or its window was closed.
    [[nodiscard]] bool lost(CaptureId capture);

    friend bool operator==(const ScreenShare&, const ScreenShare&) = default;
};

}  // namespace malgil::call
