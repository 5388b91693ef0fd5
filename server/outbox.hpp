#pragma once

#include <cstddef>
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

    /// False where it does not fit: the reader is too slow, and nothing was put in.
    [[nodiscard]] bool push(SharedText text);

    /// The oldest; it counts until it is popped. Only where not empty.
    [[nodiscard]] const SharedText& front() const { return texts_.front(); }

    void pop();

    [[nodiscard]] bool empty() const { return texts_.empty(); }

    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    std::size_t capacity_;
    std::size_t bytes_ = 0;
    std::deque<SharedText> texts_;
};

}  // namespace malgil::server
