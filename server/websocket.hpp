#pragma once

#include "server/net.hpp"
#include "server/timeouts.hpp"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace malgil::server {

/// The request of a handshake, read and checked.
using UpgradeRequest = boost::beast::http::request<boost::beast::http::empty_body>;

/// The server's end of a WebSocket, RFC 6455. Without compression.
///
/// One read and one write may be under way at a time; `close` counts as a write. The object must
/// stay until they have ended.
class WebSocket {
public:
    struct Settings {
        /// Longer messages are read to their end and reported, but not kept.
        std::size_t message_bytes;
        /// Sent before the Close frame where text was not UTF-8, which RFC 6455 §8.1 has to be the
        /// end of the connection.
        std::string not_utf8_text;
    };

    struct Message {
        enum class Kind { text, binary, too_large };

        Kind kind;
        /// For `text`: valid UTF-8, until the next read.
        std::string_view text;
    };

    /// Why there is no further message.
    enum class ReadEnd {
        closed,      // with the closing handshake, by either side
        lost,        // without, by `drop`, or because the other side gave no sign of life
        too_large,   // more than 16 times the limit in one message, and no end
        too_slow,    // a message did not end in time
        too_chatty,  // a flood of control frames
    };

    enum class WriteResult {
        done,
        stalled,
        closed,
        pointless,  // not tried: the other side has closed, and the read that is under way will
                    // tell
    };

    /// RFC 6455 §7.4.1
    enum class CloseCode : std::uint16_t {
        normal = 1000,
        going_away = 1001,
        policy_violation = 1008,
        too_large = 1009,
        try_again_later = 1013,
    };

    WebSocket(tcp::socket socket, const Timeouts& timeouts, Settings settings);
    WebSocket(const WebSocket&) = delete;
    WebSocket(WebSocket&&) = delete;
    WebSocket& operator=(const WebSocket&) = delete;
    WebSocket& operator=(WebSocket&&) = delete;
    ~WebSocket();

    /// Answers the handshake; false where it failed, and the connection is of no more use.
    [[nodiscard]] Task<bool> accept(const UpgradeRequest& request);

    [[nodiscard]] Task<std::expected<Message, ReadEnd>> read();

    /// A text frame. `text` must stay until it is done.
    [[nodiscard]] Task<WriteResult> write(std::string_view text);

    /// The closing handshake; at the most as long as `Timeouts::handshake`.
    [[nodiscard]] Task<void> close(CloseCode code);

    /// Ends the connection at once; a read or write under way ends, too.
    void drop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace malgil::server
