#include "server/http/request_check.hpp"

#include "server/http/text.hpp"

#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <iterator>

namespace malgil::server::http {
namespace {

namespace beast = boost::beast;
using beast::http::field;

constexpr std::uint32_t header_bytes = 16 * 1024;
constexpr std::ptrdiff_t header_fields = 100;

/// RFC 3986 §3.2.2 and §3.2.3, without the percent-encoding that no host name in use needs.
bool is_host(std::string_view host) {
    return !host.empty() && std::ranges::all_of(host, [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-._~:[]").contains(static_cast<char>(c));
    });
}

}  // namespace

void limit(RequestParser& parser) {
    parser.header_limit(header_bytes);
    parser.body_limit(0);
}

std::optional<Response> answer_to_failure(boost::system::error_code failure) {
    using beast::http::error;
    if (failure == error::header_limit || failure == error::buffer_overflow)
        return refusal(431, "The request's header is too large.\n");
    if (failure == error::body_limit)
        return refusal(413, "This server takes no request bodies.\n");
    if (failure == error::bad_version)
        return refusal(505, "This server speaks version 1.1 of HTTP.\n");
    // The connection ended, or took too long; everything else of Beast is about what was read.
    const bool malformed = failure.category() == make_error_code(error::bad_method).category() &&
                           failure != error::end_of_stream && failure != error::partial_message;
    if (malformed)
        return refusal(400, "That is no HTTP request.\n");
    return std::nullopt;
}

std::optional<Response> find_fault(const RequestParser& parser) {
    const auto& request = parser.get();
    if (request.version() != 10 && request.version() != 11)
        return refusal(505, "This server speaks version 1.1 of HTTP.\n");
    if (std::distance(request.begin(), request.end()) > header_fields)
        return refusal(431, "The request has too many header fields.\n");

    const auto hosts = request.count(field::host);
    if (hosts > 1 || (hosts == 0 && request.version() == 11))
        return refusal(400, "A request has one Host field.\n");
    if (hosts == 1 && !is_host(request[field::host]))
        return refusal(400, "The Host field names no host.\n");

    if (request.count(field::transfer_encoding) != 0) {
        const bool chunked = request.count(field::transfer_encoding) == 1 &&
                             request.count(field::content_length) == 0 &&
                             equal_ignoring_case(request[field::transfer_encoding], "chunked");
        return chunked ? refusal(413, "This server takes no request bodies.\n")
                       : refusal(400, "The Transfer-Encoding cannot be understood.\n");
    }
    if (request.count(field::content_length) > 1)
        return refusal(400, "A request has one Content-Length field.\n");
    return std::nullopt;
}

std::string_view origin_form(std::string_view target) {
    if (target.starts_with('/'))
        return target;
    const auto scheme_end = target.find("://");
    if (scheme_end == std::string_view::npos)
        return target;
    const auto path = target.find_first_of("/?", scheme_end + 3);
    return path == std::string_view::npos || target[path] == '?' ? "/" : target.substr(path);
}

std::string combined(const RequestParser::value_type& request, field name) {
    std::string all;
    const auto [begin, end] = request.equal_range(name);
    for (auto line = begin; line != end; ++line) {
        if (!all.empty())
            all += ", ";
        all += std::string_view(line->value());
    }
    return all;
}

}  // namespace malgil::server::http
