#pragma once

#include "client/call/ids.hpp"
#include "client/call/media.hpp"
#include "client/call/settings.hpp"

#include <string>
#include <variant>

/// What the person asks of the call core.
namespace malgil::call {

enum class Language { english, korean };

/// "Call" was pressed; the fields as typed, already NFC (the platform normalises). The core trims
/// spaces and checks them.
struct Call {
    std::string user;
    std::string channel;
    friend bool operator==(const Call&, const Call&) = default;
};

/// Also leaves while still calling.
struct HangUp {
    friend bool operator==(const HangUp&, const HangUp&) = default;
};

struct ToggleDevice {
    Device device;
    friend bool operator==(const ToggleDevice&, const ToggleDevice&) = default;
};

/// A key or a button is held down to talk, or let go.
struct Talk {
    bool on;
    friend bool operator==(const Talk&, const Talk&) = default;
};

/// Asks for camera and microphone again, after a refusal or a device that was missing or in use.
struct RetryCapture {
    friend bool operator==(const RetryCapture&, const RetryCapture&) = default;
};

struct SendText {
    std::string text;
    friend bool operator==(const SendText&, const SendText&) = default;
};

/// Does not wait for the count-down to the next attempt.
struct RetryNow {
    friend bool operator==(const RetryNow&, const RetryNow&) = default;
};

/// A tap that lets the browser play sound it held back.
struct StartPlayback {
    friend bool operator==(const StartPlayback&, const StartPlayback&) = default;
};

struct DismissNotice {
    NoticeId notice;
    friend bool operator==(const DismissNotice&, const DismissNotice&) = default;
};

struct ChooseLanguage {
    Language language;
    friend bool operator==(const ChooseLanguage&, const ChooseLanguage&) = default;
};

/// Shares a screen, a window or a tab beside the camera; or shares it no more.
struct ToggleScreen {
    friend bool operator==(const ToggleScreen&, const ToggleScreen&) = default;
};

struct ToggleHand {
    friend bool operator==(const ToggleHand&, const ToggleHand&) = default;
};

enum class Reaction { thumbs_up, heart, laughter, applause, celebration, surprise };

struct React {
    Reaction reaction;
    friend bool operator==(const React&, const React&) = default;
};

/// What the person chooses from now on, all of it.
struct ChangeSettings {
    Settings settings;
    friend bool operator==(const ChangeSettings&, const ChangeSettings&) = default;
};

/// Somebody looks at what is measured from now on, or no longer.
struct WatchStatistics {
    bool on;
    friend bool operator==(const WatchStatistics&, const WatchStatistics&) = default;
};

/// For a bug report: all that was measured, on the clipboard.
struct CopyStatistics {
    friend bool operator==(const CopyStatistics&, const CopyStatistics&) = default;
};

/// The settings are open, or no longer: they show how loud the microphone is, in a call as well.
struct ShowMeter {
    bool shown;
    friend bool operator==(const ShowMeter&, const ShowMeter&) = default;
};

struct PlayTestTone {
    friend bool operator==(const PlayTestTone&, const PlayTestTone&) = default;
};

/// Anew, unless a check is under way.
struct CheckConnection {
    friend bool operator==(const CheckConnection&, const CheckConnection&) = default;
};

using Intent =
    std::variant<Call, HangUp, ToggleDevice, Talk, RetryCapture, SendText, RetryNow, StartPlayback,
                 DismissNotice, ChooseLanguage, ToggleScreen, ToggleHand, React, ChangeSettings,
                 WatchStatistics, CopyStatistics, ShowMeter, PlayTestTone, CheckConnection>;

}  // namespace malgil::call
