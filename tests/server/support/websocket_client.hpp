#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace malgil::test {

/// A blocking WebSocket client. What does not happen in time fails the test.
class WebSocketClient {
public:
    struct Settings {
        /// The Origin field; empty: none, as clients other than browsers have it.
        std::string origin;
        /// The kernel's receive buffer; 0: as the system likes.
        int receive_buffer_bytes = 0;
    };

    /// Connects to `/ws`; what the handshake came to is in `status`.
    explicit WebSocketClient(std::uint16_t port) : WebSocketClient(port, Settings()) {}

    WebSocketClient(std::uint16_t port, const Settings& settings);
    WebSocketClient(WebSocketClient&&) noexcept;
    WebSocketClient(const WebSocketClient&) = delete;
    WebSocketClient& operator=(WebSocketClient&&) = delete;
    WebSocketClient& operator=(const WebSocketClient&) = delete;
    ~WebSocketClient();

    /// 101 where it is open.
    [[nodiscard]] unsigned status() const;

    void send(std::string_view text);
    void send_binary(std::string_view data);
    /// One text message in several frames, with a ping behind each.
    void send_in_pieces(std::initializer_list<std::string_view> pieces);
    /// A frame of a message that has no end yet.
    void send_piece(std::string_view text);
    void ping();
    /// Bytes as they are, in place of a frame. False where the server has closed already.
    bool send_raw(std::string_view bytes);

    /// The next message.
    [[nodiscard]] std::string receive();
    /// The next message, or no value where the connection ended.
    [[nodiscard]] std::optional<std::string> receive_or_end();
    /// Reads to the end. The code of the server's Close frame; 0 where it sent none.
    [[nodiscard]] unsigned close_code();
    /// Answers so many pings, sends a message then, and returns what comes back.
    [[nodiscard]] std::string answer_to_message_after_pings(std::string_view text, int pings);

    /// The closing handshake, begun by this side.
    void close();
    /// The connection is cut without one.
    void cut();

    /// `join` with these names; `protocol` 0 is a tutorial client.
    void join(std::string_view user, std::string_view channel = "standup", int protocol = 1);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// An ordinary `send_ice_candidate`, to everybody or to one.
[[nodiscard]] std::string candidate(std::string_view user, std::string_view payload,
                                    std::string_view to = "");

}  // namespace malgil::test
