#pragma once

#include "client/call/state.hpp"

#include <string>
#include <string_view>
#include <vector>

/// States of a call, as the core would leave them.
namespace malgil::test {

[[nodiscard]] call::UserId user(std::string_view name);

/// A peer that is connected, with sound, picture and a channel for text.
[[nodiscard]] call::Peer peer(std::string_view name);

/// In the lobby, with camera and microphone live.
[[nodiscard]] call::State in_lobby();

/// In the channel `standup` as `alice`, with these peers.
[[nodiscard]] call::State in_call(const std::vector<std::string>& peers);

/// A text of `from`; of oneself where empty.
[[nodiscard]] call::ChatMessage message(std::string_view from, std::string_view text,
                                        call::Milliseconds at = call::Milliseconds{0});

void give_notice(call::State& state, call::NoticeKind kind,
                 call::Severity severity = call::Severity::alert, std::string_view detail = {});

/// Every kind of notice.
[[nodiscard]] std::vector<call::NoticeKind> notice_kinds();

/// A name of the greatest length, in wide characters.
[[nodiscard]] std::string longest_name();

/// The only intent, of this type. Fails the test where there are none, or others.
template <class T>
[[nodiscard]] const T* only(const std::vector<call::Intent>& intents) {
    return intents.size() == 1 ? std::get_if<T>(intents.data()) : nullptr;
}

}  // namespace malgil::test
