#include "web/rtc_data_channel.hpp"

#include "web/attempt.hpp"
#include "web/promise.hpp"

#include <utility>

namespace malgil::web {

RTCDataChannel::RTCDataChannel(val channel, Handlers handlers) : channel_(std::move(channel)) {
    listeners_ = {
        Listener(channel_, "open", [f = std::move(handlers.on_open)](const val&) { f(); }),
        Listener(channel_, "message",
                 [f = std::move(handlers.on_message)](const val& event) {
                     if (const auto text = string_of(event["data"]))
                         f(*text);
                 }),
        Listener(channel_, "close", [f = std::move(handlers.on_close)](const val&) { f(); }),
    };
}

RTCDataChannel::~RTCDataChannel() {
    listeners_ = {};
    // Moved from: nothing.
    if (!is_nullish(channel_))
        call_and_forget(channel_, "close");
}

bool RTCDataChannel::is_open() const {
    return string_of(channel_["readyState"]) == "open";
}

std::expected<void, DomError> RTCDataChannel::send(const std::string& text) {
    return try_call(channel_, "send", {val(text)}).transform([](const val&) {});
}

}  // namespace malgil::web
