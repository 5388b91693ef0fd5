#include "client/ui/devices.hpp"

#include "assets/icons.hpp"
#include "client/call/capture_notices.hpp"
#include "client/ui/widgets.hpp"

#include <utility>

namespace malgil::ui {

std::optional<call::NoticeKind> problem_of(const call::MediaState& media) {
    const auto kinds = call::capture_notices(media);
    // The camera's comes last: it is the camera's picture that is missing here.
    return kinds.empty() ? std::nullopt : std::optional(kinds.back());
}

namespace {

/// Whether this is about holding the button down to talk, and no press of it: the pointer does so
/// now, or has let go. The keyboard presses it as ever.
bool talks(const View& view, bool held) {
    const bool held_before = std::exchange(view.ui.talks, held);
    if (held_before != held)
        view.intents.emplace_back(call::Talk{.on = held});
    return held || held_before;
}

}  // namespace

void device_toggle(const View& view, const ImRect& box, call::Device device) {
    const bool camera = device == call::Device::camera;
    const call::DeviceState& own = view.state.media.of(device);
    const bool failed = own.capture == call::Capture::failed;
    const bool on = own.enabled && !failed;
    const Text action = failed   ? Text::device_not_available
                        : camera ? (on ? Text::turn_camera_off : Text::turn_camera_on)
                                 : (on ? Text::turn_microphone_off : Text::turn_microphone_on);
    const bool to_hold = !camera && !failed && view.state.settings.push_to_talk &&
                         view.state.phase == call::Phase::in_call;
    bool held = false;
    const bool pressed = round_button(
        view, box,
        {.id = camera ? "camera" : "microphone",
         .name = view.texts(camera ? Text::camera : Text::microphone),
         .icon = camera ? (on ? assets::icon::camera : assets::icon::camera_off)
                        : (on ? assets::icon::microphone : assets::icon::microphone_off),
         .tooltip = view.texts(to_hold ? Text::hold_to_talk : action),
         .description = failed ? view.texts(action) : std::string_view{},
         // A device that is missing is no choice that should stand out.
         .look = on || failed ? Look::plain : Look::inverted,
         .on = on,
         .held = &held});
    if (!camera && talks(view, to_hold && held))
        return;
    if (!pressed)
        return;
    if (failed)
        view.intents.emplace_back(call::RetryCapture{});
    else
        view.intents.emplace_back(call::ToggleDevice{.device = device});
}

}  // namespace malgil::ui
