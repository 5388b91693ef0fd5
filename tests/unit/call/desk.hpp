#pragma once

#include "tests/unit/call/world.hpp"

#include <string>
#include <vector>

namespace malgil::test {

extern const call::DeviceInfo built_in, usb, headset, on_the_desk, loud;

/// alice's page with a built-in camera in use, and a USB camera beside it.
class Desk {
public:
    Desk();

    World world;
    FakePage& page;

    void post(const call::Event& event) { world.post("alice", event); }

    /// These are there from now on.
    void list(std::vector<call::DeviceInfo> devices);

    template <class Change>
    void change(Change change) {
        call::Settings settings = page.state.settings;
        change(settings);
        post(call::Intent(call::ChangeSettings{settings}));
    }

    /// The adjustment that the last event led to. Fails where there was none.
    call::AdjustDevice adjustment();
    void succeeds(const call::AdjustDevice& asked, const call::DeviceInfo& with);
    void fails(const call::AdjustDevice& asked, call::CaptureError error, bool kept = true);

    void loses_camera();
    /// The USB camera is chosen and in use.
    void use_usb();

    [[nodiscard]] std::string detail_of(call::NoticeKind kind) const;
};

}  // namespace malgil::test
