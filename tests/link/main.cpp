// A stretch of network as bad as a test wants it, where the kernel has no netem: hands Ethernet
// frames between two interfaces.
//
//   link INTERFACE INTERFACE [SEED]
//
// Each line on stdin sets the conditions of both directions (parse_conditions) and is answered with
// "ok". It ends when stdin does, so that nothing stays behind a test that broke off.

#include "tests/link/packet_socket.hpp"
#include "tests/link/shaper.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace malgil::test;

struct Direction {
    PacketSocket& from;
    PacketSocket& to;
    Shaper shaper;

    void take(Time now) {
        while (auto frame = from.receive())
            shaper.take(*std::move(frame), now);
    }

    void give(Time now) {
        while (const auto frame = shaper.give(now))
            to.send(*frame);
    }
};

struct Link {
    std::array<Direction, 2> directions;
    std::string input;

    /// False: stdin has ended.
    bool read_conditions();
    void set(const std::string& line);
    [[nodiscard]] int wait_for() const;
};

Time now() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

bool Link::read_conditions() {
    std::array<char, 256> buffer{};
    const ssize_t size = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size <= 0)
        return false;
    input.append(buffer.data(), static_cast<std::size_t>(size));
    for (auto end = input.find('\n'); end != std::string::npos; end = input.find('\n')) {
        set(input.substr(0, end));
        input.erase(0, end + 1);
    }
    return true;
}

void Link::set(const std::string& line) {
    const auto conditions = parse_conditions(line);
    if (!conditions) {
        std::fprintf(stderr, "link: these are no conditions: %s\n", line.c_str());
        std::exit(EXIT_FAILURE);
    }
    for (auto& direction : directions)
        direction.shaper.set(*conditions);
    std::puts("ok");
    std::fflush(stdout);
}

/// Milliseconds until the next frame leaves, rounded up; -1: nothing is on its way.
int Link::wait_for() const {
    int result = -1;
    for (const auto& direction : directions) {
        const auto next = direction.shaper.next();
        if (!next)
            continue;
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - now()).count();
        const int capped = wait < 0 ? 0 : static_cast<int>(wait);
        result = result < 0 ? capped : std::min(result, capped);
    }
    return result;
}

int run(PacketSocket one, PacketSocket other, std::uint64_t seed) {
    Link link{.directions = {Direction{.from = one, .to = other, .shaper = Shaper(seed)},
                             Direction{.from = other, .to = one, .shaper = Shaper(seed + 1)}},
              .input = {}};
    std::array<pollfd, 3> waiting{pollfd{.fd = one.descriptor(), .events = POLLIN, .revents = 0},
                                  pollfd{.fd = other.descriptor(), .events = POLLIN, .revents = 0},
                                  pollfd{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0}};
    while (true) {
        if (poll(waiting.data(), waiting.size(), link.wait_for()) < 0)
            continue;  // a signal
        if (waiting.back().revents != 0 && !link.read_conditions())
            return EXIT_SUCCESS;
        for (auto& direction : link.directions) {
            direction.take(now());
            direction.give(now());
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("link INTERFACE INTERFACE [SEED]\n", stderr);
        return EXIT_FAILURE;
    }
    auto one = PacketSocket::open(argv[1]);
    auto other = PacketSocket::open(argv[2]);
    for (const auto* socket : {&one, &other}) {
        if (*socket)
            continue;
        std::fprintf(stderr, "link: %s\n", socket->error().c_str());
        return EXIT_FAILURE;
    }
    return run(*std::move(one), *std::move(other),
               argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1);
}
