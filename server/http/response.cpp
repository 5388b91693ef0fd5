#include "server/http/response.hpp"

#include "server/http/headers.hpp"
#include "server/http/text.hpp"

#include <format>
#include <utility>

namespace malgil::server::http {
namespace {

/// The weak comparison of RFC 9110 §8.8.3.2, which §13.1.2 wants.
bool matches(std::string_view if_none_match, std::string_view etag) {
    if (trim(if_none_match) == "*")
        return true;
    while (!if_none_match.empty()) {
        // Our own tags have no comma in them, so a foreign one may be cut in two.
        auto candidate = take_part(if_none_match, ',');
        if (candidate.starts_with("W/"))
            candidate.remove_prefix(2);
        if (candidate == etag)
            return true;
    }
    return false;
}

std::string_view reason(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 413:
            return "Content Too Large";
        case 426:
            return "Upgrade Required";
        case 431:
            return "Request Header Fields Too Large";
        case 503:
            return "Service Unavailable";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return "";
    }
}

}  // namespace

Response answer(const Request& request, const StaticFiles& files) {
    const bool head_only = request.method == "HEAD";
    if (!head_only && request.method != "GET")
        return refusal(405, "This server has files to GET, and nothing else.\n",
                       "Allow: GET, HEAD\r\n");
    const Representation* file = files.find(request.target, request.accept_encoding);
    if (file == nullptr) {
        Response response = refusal(
            404, files.empty() ? "There is no page in this server. Build the page and then the "
                                 "server, or start it with --root DIR.\n"
                               : "There is no such page here.\n");
        response.without_body = head_only;
        return response;
    }
    if (!request.if_none_match.empty() && matches(request.if_none_match, file->etag))
        return {.status = 304, .fields = file->fields, .body = {}, .without_body = true};
    return {.status = 200, .fields = file->fields, .body = file->body, .without_body = head_only};
}

Response refusal(int status, std::string_view sentence, std::string fields) {
    fields += "Content-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\n";
    return {.status = status, .fields = std::move(fields), .body = sentence, .without_body = false};
}

std::string head(const Response& response, bool keep_alive, std::chrono::sys_seconds now) {
    std::string text = std::format(
        "HTTP/1.1 {} {}\r\nDate: {:%a, %d %b %Y %H:%M:%S} GMT\r\nConnection: {}\r\n",
        response.status, reason(response.status), now, keep_alive ? "keep-alive" : "close");
    if (response.status != 304)
        text += std::format("Content-Length: {}\r\n", response.body.size());
    text += response.fields;
    text += security_fields();
    text += "\r\n";
    return text;
}

}  // namespace malgil::server::http
