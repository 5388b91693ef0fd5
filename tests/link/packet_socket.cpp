#include "tests/link/packet_socket.hpp"

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <span>
#include <utility>

namespace malgil::test {
namespace {

/// A frame that the kernel is yet to cut up may have 64 KiB.
constexpr std::size_t largest_frame = 72UL * 1024;
constexpr int receive_buffer = 4 * 1024 * 1024;

bool switch_on(int descriptor, int option) {
    const int on = 1;
    return setsockopt(descriptor, SOL_PACKET, option, &on, sizeof on) == 0;
}

bool bind_to(int descriptor, unsigned interface) {
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_protocol = htons(ETH_P_ALL);
    address.sll_ifindex = static_cast<int>(interface);
    return bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

}  // namespace

std::expected<PacketSocket, std::string> PacketSocket::open(const std::string& interface) {
    const auto failed = [&](const char* what) {
        return std::unexpected(interface + ": " + what + ": " + std::strerror(errno));
    };
    const unsigned index = if_nametoindex(interface.c_str());
    if (index == 0)
        return failed("there is no such interface");
    // Protocol 0: nothing is received before it is bound.
    PacketSocket result(::socket(AF_PACKET, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (result.descriptor_ < 0)
        return failed("no raw socket");
    // With its header in front, a frame whose checksum the kernel has left to a network card stays
    // one that the next kernel takes.
    if (!switch_on(result.descriptor_, PACKET_VNET_HDR) ||
        !switch_on(result.descriptor_, PACKET_IGNORE_OUTGOING))
        return failed("the raw socket cannot be set up");
    setsockopt(result.descriptor_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    if (!bind_to(result.descriptor_, index))
        return failed("the raw socket cannot be bound");
    return result;
}

PacketSocket::PacketSocket(PacketSocket&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

PacketSocket& PacketSocket::operator=(PacketSocket&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

PacketSocket::~PacketSocket() {
    if (descriptor_ >= 0)
        close(descriptor_);
}

std::optional<Shaper::Frame> PacketSocket::receive() const {
    std::array<std::byte, largest_frame> buffer;
    const ssize_t size = recv(descriptor_, buffer.data(), buffer.size(), 0);
    if (size <= 0)
        return std::nullopt;
    const auto bytes = std::span(buffer).first(static_cast<std::size_t>(size));
    return Shaper::Frame(bytes.begin(), bytes.end());
}

void PacketSocket::send(const Shaper::Frame& frame) const {
    [[maybe_unused]] const ssize_t sent = ::send(descriptor_, frame.data(), frame.size(), 0);
}

}  // namespace malgil::test
