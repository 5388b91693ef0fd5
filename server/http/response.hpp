#pragma once

#include "server/http/static_files.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace malgil::server::http {

/// The parts of a request that a static file depends on.
struct Request {
    std::string_view method;
    /// In origin form: a path, maybe a query.
    std::string_view target;
    std::string_view accept_encoding;
    std::string_view if_none_match;
};

struct Response {
    int status = 200;
    /// Fields of this response alone, each with its line end.
    std::string fields;
    /// Points into the static files, or to a constant.
    std::string_view body;
    /// The body is told of, but not sent: HEAD and 304.
    bool without_body = false;
};

/// Answers a request for a file.
[[nodiscard]] Response answer(const Request& request, const StaticFiles& files);

/// A response that says why something went wrong. `sentence` must be a constant.
[[nodiscard]] Response refusal(int status, std::string_view sentence, std::string fields = {});

/// Status line and all fields, up to the empty line.
[[nodiscard]] std::string head(const Response& response, bool keep_alive,
                               std::chrono::sys_seconds now);

}  // namespace malgil::server::http
