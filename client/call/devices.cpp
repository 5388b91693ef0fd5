#include "client/call/devices.hpp"

#include "client/call/events.hpp"
#include "client/call/notices.hpp"
#include "client/call/state.hpp"
#include "client/call/turn.hpp"

#include <algorithm>
#include <utility>

namespace malgil::call {
namespace {

std::size_t index_of(Device device) {
    return device == Device::microphone ? 0 : 1;
}

DeviceKind kind_of(Device device) {
    return device == Device::microphone ? DeviceKind::microphone : DeviceKind::camera;
}

const std::string& chosen(const Settings& settings, Device device) {
    return device == Device::microphone ? settings.microphone : settings.camera;
}

/// What of the settings is about one device.
void copy_part(Device device, const Settings& from, Settings& to) {
    if (device == Device::camera) {
        to.camera = from.camera;
        to.video_preset = from.video_preset;
    } else {
        to.microphone = from.microphone;
        to.echo_cancellation = from.echo_cancellation;
        to.noise_suppression = from.noise_suppression;
        to.auto_gain_control = from.auto_gain_control;
    }
}

bool differ(Device device, const Settings& one, Settings other) {
    const Settings before = other;
    copy_part(device, one, other);
    return other != before;
}

/// Before the person has allowed a device of that kind, the list does not tell which there are.
bool tells(const std::vector<DeviceInfo>& list, DeviceKind kind) {
    return std::ranges::any_of(
        list, [&](const DeviceInfo& each) { return each.kind == kind && !each.id.empty(); });
}

bool has(const std::vector<DeviceInfo>& list, DeviceKind kind, const std::string& id) {
    return std::ranges::any_of(
        list, [&](const DeviceInfo& each) { return each.kind == kind && each.id == id; });
}

bool appeared(const std::vector<DeviceInfo>& before, const std::vector<DeviceInfo>& now,
              DeviceKind kind) {
    return std::ranges::any_of(now, [&](const DeviceInfo& each) {
        return each.kind == kind && !has(before, kind, each.id);
    });
}

/// Empty where the chosen one is away.
std::string wished(const State& state, Device device) {
    const auto& id = chosen(state.settings, device);
    const auto kind = kind_of(device);
    const bool is_away = tells(state.devices.list, kind) && !state.devices.contains(kind, id);
    return is_away ? std::string() : id;
}

void adjust(State& state, Turn& turn, Device device, Devices::Adjustment adjustment) {
    auto& under_way = state.devices.adjustments.at(index_of(device));
    // What was never reached is nothing to go back to.
    if (under_way)
        adjustment.before = under_way->before;
    adjustment.attempt = turn.next_id<CaptureId>();
    turn.emit(AdjustDevice{
        .capture = adjustment.attempt, .device = device, .wishes = state.media.wishes});
    under_way = std::move(adjustment);
}

void apply(State& state, Turn& turn, Device device, const Settings& before) {
    if (!differ(device, before, state.settings))
        return;
    const bool another = chosen(before, device) != chosen(state.settings, device);
    switch (state.media.of(device).capture) {
        case Capture::live:
            adjust(state, turn, device, {.attempt = {}, .before = before});
            break;
        case Capture::opening:
            state.media.open(turn, device);
            break;
        case Capture::failed:
            // Chosen because the former one does not work.
            if (another)
                state.media.open(turn, device);
            break;
        case Capture::off:
            break;
    }
}

/// Where the chosen speaker is away, sound goes where the system sees fit.
void use_speaker(State& state, Turn& turn) {
    auto& devices = state.devices;
    const auto& id = state.settings.speaker;
    const bool is_there = id.empty() || devices.contains(DeviceKind::speaker, id);
    const std::string now = is_there ? id : std::string();
    if (devices.speaker == now || !devices.can_choose_speaker)
        return;
    if (!is_there)
        show(state.notices, turn, NoticeKind::speaker_lost);
    else
        withdraw(state.notices, turn, NoticeKind::speaker_lost);
    devices.speaker = now;
    turn.emit(UseSpeaker{devices.speaker});
}

void follow_list(State& state, Turn& turn, Device device, const std::vector<DeviceInfo>& before) {
    const auto kind = kind_of(device);
    const auto& now = state.devices.list;
    const auto& own = state.media.of(device);
    const auto& id = chosen(state.settings, device);
    if (own.capture == Capture::failed) {
        if (own.error == CaptureError::not_found && appeared(before, now, kind))
            state.media.open(turn, device);
        return;
    }
    if (own.capture != Capture::live || own.opened.id.empty())
        return;
    const bool went_away = has(before, kind, own.opened.id) && !has(now, kind, own.opened.id);
    const bool came_back = own.opened.id != id && has(now, kind, id) && !has(before, kind, id);
    if (went_away && tells(now, kind)) {
        // Not every browser ends its track at once.
        state.devices.lost.at(index_of(device)) = own.opened.id;
        adjust(state, turn, device, {.attempt = {}, .before = state.settings});
    } else if (came_back && tells(before, kind)) {
        adjust(state, turn, device, {.attempt = {}, .before = state.settings, .returns = true});
    }
}

/// It is live by now.
void tell_replacement(State& state, Turn& turn, Device device) {
    const auto& opened = state.media.of(device).opened;
    const auto& id = chosen(state.settings, device);
    const auto lost = std::exchange(state.devices.lost.at(index_of(device)), std::nullopt);
    const bool is_another = !id.empty() && opened.id != id;
    if (opened.name.empty() || (!lost && !is_another))
        return;
    const bool returned = opened.id == id || opened.id == lost;
    show(state.notices, turn, returned ? NoticeKind::device_returned : NoticeKind::device_replaced,
         opened.name);
}

NoticeKind refusal(Device device, CaptureError error) {
    if (error != CaptureError::impossible)
        return NoticeKind::device_not_opened;
    return device == Device::camera ? NoticeKind::camera_unable : NoticeKind::microphone_unable;
}

}  // namespace

bool Devices::contains(DeviceKind kind, const std::string& id) const {
    return has(list, kind, id);
}

void renew_wishes(State& state) {
    const auto& settings = state.settings;
    state.media.wishes = {.microphone = wished(state, Device::microphone),
                          .camera = wished(state, Device::camera),
                          .video_preset = settings.video_preset,
                          .echo_cancellation = settings.echo_cancellation,
                          .noise_suppression = settings.noise_suppression,
                          .auto_gain_control = settings.auto_gain_control};
}

void apply_device_settings(State& state, Turn& turn, const Settings& before) {
    for (const auto device : {Device::microphone, Device::camera})
        if (chosen(before, device) != chosen(state.settings, device))
            state.devices.lost.at(index_of(device)).reset();
    renew_wishes(state);
    for (const auto device : {Device::microphone, Device::camera})
        apply(state, turn, device, before);
    use_speaker(state, turn);
}

void device_adjusted(State& state, Turn& turn, const DeviceAdjusted& result) {
    auto& under_way = state.devices.adjustments.at(index_of(result.device));
    if (!under_way || under_way->attempt != result.capture)
        return;
    const auto adjustment = *under_way;
    under_way.reset();
    auto& own = state.media.of(result.device);
    if (own.capture != Capture::live)
        return;
    if (!result.error) {
        own.attempt = result.capture;
        own.opened = result.opened;
        if (result.device == Device::camera)
            state.media.camera_height = result.camera_height;
        if (adjustment.returns)
            show(state.notices, turn, NoticeKind::device_returned, own.opened.name);
        else if (state.devices.lost.at(index_of(result.device)))
            tell_replacement(state, turn, result.device);
        return;
    }
    if (differ(result.device, adjustment.before, state.settings)) {
        copy_part(result.device, adjustment.before, state.settings);
        turn.emit(RememberSettings{state.settings});
        show(state.notices, turn, refusal(result.device, *result.error));
    }
    renew_wishes(state);
    if (!result.kept)
        state.media.open(turn, result.device);
}

void devices_changed(State& state, Turn& turn, std::vector<DeviceInfo> list) {
    const auto before = std::exchange(state.devices.list, std::move(list));
    renew_wishes(state);
    for (const auto device : {Device::microphone, Device::camera})
        follow_list(state, turn, device, before);
    use_speaker(state, turn);
}

void device_lost(State& state, Turn& turn, Device device) {
    auto& devices = state.devices;
    const auto kind = kind_of(device);
    // Until the browser lists it again, when it is plugged in.
    std::erase_if(devices.list, [&](const DeviceInfo& each) {
        return each.kind == kind && each.id == state.media.of(device).opened.id;
    });
    devices.lost.at(index_of(device)) = state.media.of(device).opened.id;
    devices.adjustments.at(index_of(device)).reset();
    renew_wishes(state);
    auto& own = state.media.of(device);
    if (device == Device::camera && !own.enabled) {
        // It was about to be closed.
        own.capture = Capture::off;
        own.error.reset();
    } else if (tells(devices.list, kind)) {
        state.media.open(turn, device);
    } else {
        show(state.notices, turn, NoticeKind::device_lost);
    }
}

void tell_replacements(State& state, Turn& turn) {
    for (const auto device : {Device::microphone, Device::camera})
        if (state.media.of(device).capture == Capture::live)
            tell_replacement(state, turn, device);
}

void speaker_failed(State& state, Turn& turn, const std::string& id) {
    if (id.empty() || state.devices.speaker != id)
        return;
    state.settings.speaker.clear();
    turn.emit(RememberSettings{state.settings});
    use_speaker(state, turn);
    show(state.notices, turn, NoticeKind::speaker_failed);
}

}  // namespace malgil::call
