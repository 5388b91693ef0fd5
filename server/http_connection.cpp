#include "server/http_connection.hpp"

#include "server/origin.hpp"

#include <boost/asio/cancel_after.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

namespace malgil::server {
namespace {

namespace beast = boost::beast;
using beast::http::field;

constexpr std::string_view websocket_path = "/ws";

/// More than a header may take, since requests may come one behind the other.
constexpr std::size_t buffer_bytes = std::size_t{32} * 1024;

/// Written at once at the most, so that a slow reader of a large file makes progress in time.
constexpr std::size_t write_bytes = std::size_t{64} * 1024;

bool is_websocket_path(std::string_view target) {
    return target.substr(0, target.find('?')) == websocket_path;
}

}  // namespace

HttpConnection::HttpConnection(tcp::socket socket, Context& context, bool surplus)
    : context_(context), socket_(std::move(socket)), buffer_(buffer_bytes), surplus_(surplus) {
    context_.http_connections.insert(this);
}

HttpConnection::~HttpConnection() {
    context_.http_connections.erase(this);
}

Task<std::optional<UpgradeRequest>> HttpConnection::run() {
    auto deadline = context_.settings.timeouts.header;
    while (!context_.draining) {
        http::RequestParser parser;
        http::limit(parser);
        idle_ = true;
        auto [error, bytes] = co_await beast::http::async_read_header(
            socket_, buffer_, parser, asio::cancel_after(deadline, as_result));
        idle_ = false;
        auto fault = error ? http::answer_to_failure(error) : http::find_fault(parser);
        if (error && !fault)
            co_return std::nullopt;
        if (fault) {
            co_await respond(*fault, false);
            co_return std::nullopt;
        }

        UpgradeRequest request = parser.release();
        const auto target = http::origin_form(request.target());
        if (is_websocket_path(target) && beast::websocket::is_upgrade(request)) {
            co_return co_await refuse_or_upgrade(std::move(request));
        }
        const bool keep_alive = request.keep_alive() && !surplus_ && !context_.draining;
        const http::Response response = answer(request);
        if (co_await respond(response, keep_alive) == Next::close)
            co_return std::nullopt;
        deadline = context_.settings.timeouts.keep_alive;
    }
    co_return std::nullopt;
}

Task<std::optional<UpgradeRequest>> HttpConnection::refuse_or_upgrade(UpgradeRequest request) {
    const std::string_view origin = request[field::origin];
    if (request.count(field::origin) != 0 &&
        !may_connect(origin, request[field::host], context_.settings.allowed_origins)) {
        context_.log.warning("a WebSocket of another site's page was refused; see --allow-origin");
        co_await respond(http::refusal(403, "Pages of other sites may not connect here.\n"), false);
        co_return std::nullopt;
    }
    if (buffer_.size() != 0) {  // RFC 6455 §4.1: the client waits for the answer
        co_await respond(http::refusal(400, "There is data before the handshake's end.\n"), false);
        co_return std::nullopt;
    }
    co_return std::move(request);
}

http::Response HttpConnection::answer(const UpgradeRequest& request) const {
    if (surplus_)
        return http::refusal(503, "The server is full: try again later.\n", "Retry-After: 10\r\n");
    const auto target = http::origin_form(request.target());
    if (is_websocket_path(target)) {
        // Whether signalling is here: pages ask before they try a WebSocket, which browsers put off
        // after each one that failed.
        if (request.method() == beast::http::verb::options)
            return {.fields = "Allow: GET, OPTIONS\r\nCache-Control: no-store\r\n", .body = {}};
        return http::refusal(426, "This address is for WebSockets.\n",
                             "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                             "Sec-WebSocket-Version: 13\r\n");
    }
    return http::answer({.method = request.method_string(),
                         .target = target,
                         .accept_encoding = http::combined(request, field::accept_encoding),
                         .if_none_match = http::combined(request, field::if_none_match)},
                        context_.files);
}

Task<HttpConnection::Next> HttpConnection::respond(const http::Response& response,
                                                   bool keep_alive) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const std::string head = http::head(response, keep_alive, now);
    std::string_view body = response.without_body ? std::string_view() : response.body;

    const auto first = body.substr(0, write_bytes);
    std::array pieces{asio::buffer(head), asio::buffer(first)};
    for (;;) {
        auto [error, bytes] = co_await asio::async_write(
            socket_, pieces, asio::cancel_after(context_.settings.timeouts.write, as_result));
        if (error)
            co_return Next::close;
        body.remove_prefix(pieces[1].size());
        if (body.empty())
            break;
        pieces = {asio::const_buffer(), asio::buffer(body.substr(0, write_bytes))};
    }
    if (keep_alive)
        co_return Next::request;
    co_await close_gracefully();
    co_return Next::close;
}

/// Closing while the client still sends would reset the connection, and the client could lose the
/// response: RFC 9112 §9.6.
Task<void> HttpConnection::close_gracefully() {
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    std::array<char, 4096> sink{};
    for (int i = 0; i < 16; ++i) {
        auto [error, bytes] = co_await socket_.async_read_some(
            asio::buffer(sink), asio::cancel_after(std::chrono::seconds(1), as_result));
        if (error)
            break;
    }
}

void HttpConnection::go_away() {
    if (!idle_)
        return;
    error_code ignored;
    socket_.close(ignored);
}

}  // namespace malgil::server
