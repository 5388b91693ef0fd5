#pragma once

#include "tests/link/shaper.hpp"

#include <expected>
#include <optional>
#include <string>

namespace malgil::test {

/// All that arrives at a network interface, Ethernet header and all: packet(7). Wants the right to
/// open raw sockets.
class PacketSocket {
public:
    /// The error is a sentence.
    static std::expected<PacketSocket, std::string> open(const std::string& interface);

    PacketSocket(PacketSocket&& other) noexcept;
    PacketSocket& operator=(PacketSocket&& other) noexcept;
    PacketSocket(const PacketSocket&) = delete;
    PacketSocket& operator=(const PacketSocket&) = delete;
    ~PacketSocket();

    /// To wait for: readable when a frame is there.
    [[nodiscard]] int descriptor() const { return descriptor_; }

    /// No value: none is there now.
    [[nodiscard]] std::optional<Shaper::Frame> receive() const;
    /// What does not get through is lost, as on any wire.
    void send(const Shaper::Frame& frame) const;

private:
    explicit PacketSocket(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

}  // namespace malgil::test
