#include "server/outbox.hpp"

#include <utility>

namespace malgil::server {

bool Outbox::push(SharedText text, std::uint64_t number) {
    if (text->size() > capacity_ - bytes_)
        return false;
    bytes_ += text->size();
    frames_.push_back({.text = std::move(text), .number = number});
    return true;
}

void Outbox::pop() {
    const Frame& frame = frames_.front();
    bytes_ -= frame.text->size();
    if (frame.number != 0)
        written_ = frame.number;
    frames_.pop_front();
}

}  // namespace malgil::server
