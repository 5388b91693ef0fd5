#include "client/call/capture_notices.hpp"

#include <algorithm>
#include <array>

namespace malgil::call {
namespace {

constexpr std::array kinds{
    NoticeKind::media_refused, NoticeKind::camera_refused,    NoticeKind::microphone_refused,
    NoticeKind::no_devices,    NoticeKind::no_camera,         NoticeKind::no_microphone,
    NoticeKind::camera_in_use, NoticeKind::microphone_in_use, NoticeKind::media_failed,
    NoticeKind::device_lost,   NoticeKind::insecure_context,  NoticeKind::device_not_opened,
};

NoticeKind of_one(Device device, CaptureError error) {
    const bool camera = device == Device::camera;
    switch (error) {
        case CaptureError::refused:
            return camera ? NoticeKind::camera_refused : NoticeKind::microphone_refused;
        case CaptureError::not_found:
            return camera ? NoticeKind::no_camera : NoticeKind::no_microphone;
        case CaptureError::in_use:
            return camera ? NoticeKind::camera_in_use : NoticeKind::microphone_in_use;
        case CaptureError::insecure_context:
            return NoticeKind::insecure_context;
        case CaptureError::impossible:
        case CaptureError::unsupported:
        case CaptureError::unknown:
            break;
    }
    return NoticeKind::media_failed;
}

}  // namespace

std::vector<NoticeKind> capture_notices(const MediaState& media) {
    const auto& microphone = media.microphone.error;
    const auto& camera = media.camera.error;
    if (microphone == camera && microphone == CaptureError::refused)
        return {NoticeKind::media_refused};
    if (microphone == camera && microphone == CaptureError::not_found)
        return {NoticeKind::no_devices};

    std::vector<NoticeKind> found;
    if (microphone)
        found.push_back(of_one(Device::microphone, *microphone));
    if (camera)
        found.push_back(of_one(Device::camera, *camera));
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

void show_capture_notices(Notices& notices, Turn& turn, const MediaState& media) {
    for (const auto kind : kinds)
        withdraw(notices, turn, kind);
    for (const auto kind : capture_notices(media))
        show(notices, turn, kind);
}

}  // namespace malgil::call
