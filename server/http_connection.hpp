#pragma once

#include "server/context.hpp"
#include "server/http/request_check.hpp"
#include "server/http/response.hpp"
#include "server/net.hpp"
#include "server/websocket.hpp"

#include <boost/beast/core/flat_buffer.hpp>

#include <optional>

namespace malgil::server {

/// One TCP connection that speaks HTTP: answers requests for files, one after the other, until one
/// asks for a WebSocket.
class HttpConnection {
public:
    /// `surplus`: the server is full; requests are refused, WebSockets are told later.
    HttpConnection(tcp::socket socket, Context& context, bool surplus);
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection(HttpConnection&&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;
    HttpConnection& operator=(HttpConnection&&) = delete;
    ~HttpConnection();

    /// Serves until the connection is closed, or until a handshake that may be accepted.
    [[nodiscard]] Task<std::optional<UpgradeRequest>> run();

    /// The socket, after a handshake.
    [[nodiscard]] tcp::socket release() { return std::move(socket_); }

    /// Ends the connection, after the response under way if there is one.
    void go_away();

private:
    enum class Next { request, close };

    Task<std::optional<UpgradeRequest>> refuse_or_upgrade(UpgradeRequest request);
    [[nodiscard]] http::Response answer(const UpgradeRequest& request) const;
    Task<Next> respond(const http::Response& response, bool keep_alive);
    Task<void> close_gracefully();

    Context& context_;
    tcp::socket socket_;
    boost::beast::flat_buffer buffer_;
    bool surplus_;
    bool idle_ = false;
};

}  // namespace malgil::server
