#include "client/ui/texts.hpp"

#include <algorithm>
#include <array>

namespace malgil::ui {

std::string_view Texts::operator()(Text text) const {
    return language_ == call::Language::korean ? assets::korean(text) : assets::english(text);
}

std::string Texts::operator()(Text text, std::initializer_list<Placeholder> values) const {
    std::string filled;
    std::string_view rest = (*this)(text);
    while (!rest.empty()) {
        const auto open = rest.find('{');
        filled += rest.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const auto close = rest.find('}', open);
        const auto name = rest.substr(open + 1, close - open - 1);
        const auto* const value = std::ranges::find(values, name, &Placeholder::name);
        if (value != values.end())
            filled += value->value;
        rest.remove_prefix(close + 1);
    }
    return filled;
}

Text sentence_of(call::NoticeKind kind) {
    using enum call::NoticeKind;
    switch (kind) {
        case media_refused:
            return Text::notice_media_refused;
        case camera_refused:
            return Text::notice_camera_refused;
        case microphone_refused:
            return Text::notice_microphone_refused;
        case no_devices:
            return Text::notice_no_devices;
        case no_camera:
            return Text::notice_no_camera;
        case no_microphone:
            return Text::notice_no_microphone;
        case camera_in_use:
            return Text::notice_camera_in_use;
        case microphone_in_use:
            return Text::notice_microphone_in_use;
        case media_failed:
            return Text::notice_media_failed;
        case device_lost:
            return Text::notice_device_lost;
        case device_replaced:
            return Text::notice_device_replaced;
        case device_returned:
            return Text::notice_device_returned;
        case device_not_opened:
            return Text::notice_device_not_opened;
        case camera_unable:
            return Text::notice_camera_unable;
        case microphone_unable:
            return Text::notice_microphone_unable;
        case speaker_lost:
            return Text::notice_speaker_lost;
        case speaker_failed:
            return Text::notice_speaker_failed;
        case insecure_context:
            return Text::notice_insecure_context;
        case no_webrtc:
            return Text::notice_no_webrtc;
        case playback_blocked:
            return Text::notice_playback_blocked;
        case server_away:
            return Text::notice_server_away;
        case server_back:
            return Text::notice_server_back;
        case user_id_taken:
            return Text::notice_user_id_taken;
        case channel_full:
            return Text::notice_channel_full;
        case server_full:
            return Text::notice_server_full;
        case server_refused:
            return Text::notice_server_refused;
        case peer_joined:
            return Text::notice_peer_joined;
        case peer_left:
            return Text::notice_peer_left;
        case peer_unreachable:
            return Text::notice_peer_unreachable;
        case call_heavy:
            return Text::notice_call_heavy;
        case no_relay:
            return Text::notice_no_relay;
        case hand_raised:
            return Text::notice_hand_raised;
        case muted_speech:
            return Text::notice_muted_speech;
        case screen_not_shared:
            return Text::notice_screen_not_shared;
        case screen_failed:
            return Text::notice_screen_failed;
        case screen_ended:
            return Text::notice_screen_ended;
        case statistics_copied:
            return Text::notice_statistics_copied;
        case statistics_not_copied:
            return Text::notice_statistics_not_copied;
    }
    return Text::notice_media_failed;
}

static std::string name_error(const Texts& texts, Text empty, protocol::NameError error) {
    switch (error) {
        case protocol::NameError::empty:
            return std::string(texts(empty));
        case protocol::NameError::too_long:
            return texts(Text::name_too_long,
                         {{.name = "max", .value = std::to_string(protocol::max_name_characters)}});
        case protocol::NameError::not_utf8:
            return std::string(texts(Text::name_not_utf8));
        case protocol::NameError::control_character:
            return std::string(texts(Text::name_control_character));
    }
    return {};
}

std::string user_id_error(const Texts& texts, protocol::NameError error) {
    return name_error(texts, Text::user_id_empty, error);
}

std::string channel_error(const Texts& texts, protocol::NameError error) {
    return name_error(texts, Text::channel_empty, error);
}

std::string time_of_day(call::Milliseconds wall, int utc_offset_minutes) {
    using std::chrono::minutes;
    const auto since_epoch =
        std::chrono::floor<minutes>(wall).count() + std::int64_t{utc_offset_minutes};
    constexpr std::int64_t day = std::int64_t{24} * 60;
    const auto minute = (since_epoch % day + day) % day;
    const auto digit = [](std::int64_t value) { return static_cast<char>('0' + value); };
    const std::array text{digit(minute / 600), digit(minute / 60 % 10), ':',
                          digit(minute % 60 / 10), digit(minute % 60 % 10)};
    return {text.data(), text.size()};
}

}  // namespace malgil::ui
