#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>

namespace malgil::server {

/// One frame's text; shared by everybody whom it goes to.
using SharedText = std::shared_ptr<const std::string>;

/// What waits to be written to one client, oldest first, bounded in bytes.
class Outbox {
public:
    explicit Outbox(std::size_t capacity_bytes) : capacity_(capacity_bytes) {}

    /// False where it does not fit: the reader is too slow, and nothing was put in. `number`: see
    /// Mailbox; 0 where it has none.
    [[nodiscard]] bool push(SharedText text, std::uint64_t number);

    /// The oldest; it counts until it is popped. Only where not empty.
    [[nodiscard]] const SharedText& front() const { return frames_.front().text; }

    void pop();

    [[nodiscard]] bool empty() const { return frames_.empty(); }

    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    /// The number of the last one popped that has one; 0: none so far.
    [[nodiscard]] std::uint64_t written() const { return written_; }

private:
    struct Frame {
        SharedText text;
        std::uint64_t number;
    };

    std::size_t capacity_;
    std::size_t bytes_ = 0;
    std::uint64_t written_ = 0;
    std::deque<Frame> frames_;
};

}  // namespace malgil::server
