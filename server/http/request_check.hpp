#pragma once

#include "server/http/response.hpp"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <optional>
#include <string>

namespace malgil::server::http {

using RequestParser = boost::beast::http::request_parser<boost::beast::http::empty_body>;

/// Sets this server's limits.
void limit(RequestParser& parser);

/// What to answer where reading a header failed; no value where there is nobody to be answered.
[[nodiscard]] std::optional<Response> answer_to_failure(boost::system::error_code failure);

/// What is wrong with a request whose header was read; no value where nothing is. The parser of
/// Beast takes more than RFC 9112 allows, and whoever sends that may want a proxy and this server
/// to understand it differently. After such an answer the connection must be closed.
[[nodiscard]] std::optional<Response> find_fault(const RequestParser& parser);

/// The path and query of a request target in origin form or absolute form, RFC 9112 §3.2; `*` and
/// authorities as they are.
[[nodiscard]] std::string_view origin_form(std::string_view target);

/// All lines of a field as one, RFC 9110 §5.3.
[[nodiscard]] std::string combined(const RequestParser::value_type& request,
                                   boost::beast::http::field name);

}  // namespace malgil::server::http
