#include "web/rtc_codecs.hpp"

#include "web/attempt.hpp"

namespace malgil::web {

namespace {

// An array; empty where the browser does not tell.
val codecs_of(const char* constructor, TrackKind kind) {
    const Result capabilities =
        try_call(val::global(constructor), "getCapabilities", {val(to_string(kind))});
    if (!capabilities || is_nullish(*capabilities) || is_nullish((*capabilities)["codecs"]))
        return val::array();
    return (*capabilities)["codecs"];
}

int length_of(const val& list) {
    return int_of(list["length"]).value_or(0);
}

}  // namespace

std::vector<std::string> sendable_codecs(TrackKind kind) {
    std::vector<std::string> types;
    if (is_nullish(val::global("RTCRtpSender")))
        return types;
    const val codecs = codecs_of("RTCRtpSender", kind);
    for (int i = 0; i < length_of(codecs); ++i)
        if (auto type = string_of(codecs[i]["mimeType"]))
            types.push_back(*std::move(type));
    return types;
}

// The order says what one wants to receive, so it is the receiver's codecs that are ordered:
// https://www.w3.org/TR/webrtc/#dom-rtcrtptransceiver-setcodecpreferences
val codecs_with_first(TrackKind kind, const std::string& mime_type) {
    const val codecs = codecs_of("RTCRtpReceiver", kind);
    const val first = val::array();
    const val rest = val::array();
    for (int i = 0; i < length_of(codecs); ++i) {
        const val codec = codecs[i];
        const val& list = string_of(codec["mimeType"]) == mime_type ? first : rest;
        list.call<void>("push", codec);
    }
    return length_of(first) == 0 ? first : first.call<val>("concat", rest);
}

}  // namespace malgil::web
