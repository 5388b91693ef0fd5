#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace malgil::test {

/// A blocking TCP client, for HTTP written by hand. What does not happen in time fails the test.
class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    RawClient(const RawClient&) = delete;
    RawClient(RawClient&&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    RawClient& operator=(RawClient&&) = delete;
    ~RawClient();

    /// False where the server has closed already.
    bool send(std::string_view bytes);
    /// One response; `with_body` where it has the body that its Content-Length tells of.
    [[nodiscard]] std::string receive_response(bool with_body = true);
    /// Waits until there is anything to be read.
    void receive_something();
    /// Everything until the server closes.
    [[nodiscard]] std::string receive_all();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Sends a request and reads until the server closes.
[[nodiscard]] std::string talk(std::uint16_t port, std::string_view request);

}  // namespace malgil::test
