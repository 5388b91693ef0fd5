#include "web/location.hpp"

#include "web/dom.hpp"
#include "web/val.hpp"

namespace malgil::web {

std::optional<std::string> query_parameter(const char* name) {
    const val search = window()["location"]["search"];
    return string_of(val::global("URLSearchParams").new_(search).call<val>("get", val(name)));
}

bool was_reloaded() {
    const val entries = val::global("performance").call<val>("getEntriesByType", val("navigation"));
    return string_of(entries[0]["type"]) == "reload";
}

std::string websocket_url(const char* path) {
    val url = val::global("URL").new_(val(path), document()["baseURI"]);
    // http → ws, https → wss
    url.set("protocol", url["protocol"].call<val>("replace", val("http"), val("ws")));
    return url["href"].as<std::string>();
}

}  // namespace malgil::web
