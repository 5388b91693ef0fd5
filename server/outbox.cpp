#include "server/outbox.hpp"

#include <utility>

namespace malgil::server {

bool Outbox::push(SharedText text) {
    if (text->size() > capacity_ - bytes_)
        return false;
    bytes_ += text->size();
    texts_.push_back(std::move(text));
    return true;
}

void Outbox::pop() {
    bytes_ -= texts_.front()->size();
    texts_.pop_front();
}

}  // namespace malgil::server
