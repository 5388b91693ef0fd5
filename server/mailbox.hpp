#pragma once

#include "server/outbox.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace malgil::server {

/// The newest of what others sent to one member, numbered from 1, for a connection that takes its
/// place over.
class Mailbox {
public:
    /// Returns the number it gets.
    std::uint64_t push(SharedText text);

    /// Forgets the oldest until no more than this is left.
    void trim(std::size_t bytes);

    /// What came after that number, oldest first. No value where some of it is forgotten, or where
    /// there was no such number.
    [[nodiscard]] std::optional<std::vector<SharedText>> after(std::uint64_t number) const;

    /// The number of the newest; 0 where there was none.
    [[nodiscard]] std::uint64_t last() const { return last_; }

    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    std::deque<SharedText> texts_;
    std::uint64_t last_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace malgil::server
