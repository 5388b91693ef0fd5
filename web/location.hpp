#pragma once

#include <optional>
#include <string>

/// The address of the page: https://url.spec.whatwg.org/
namespace malgil::web {

/// The first value of a parameter of the page's query string; no value where it has none.
[[nodiscard]] std::optional<std::string> query_parameter(const char* name);

/// The page is here because it was loaded again:
/// https://www.w3.org/TR/navigation-timing-2/#dom-performancenavigationtiming-type
[[nodiscard]] bool was_reloaded();

/// The address of a WebSocket beside the page, with TLS where the page has it: for "ws" in
/// `https://host/calls/?user=a` it is `wss://host/calls/ws`.
[[nodiscard]] std::string websocket_url(const char* path);

}  // namespace malgil::web
