#include "server/mailbox.hpp"

#include <utility>

namespace malgil::server {

std::uint64_t Mailbox::push(SharedText text) {
    bytes_ += text->size();
    texts_.push_back(std::move(text));
    return ++last_;
}

void Mailbox::trim(std::size_t bytes) {
    while (bytes_ > bytes) {
        bytes_ -= texts_.front()->size();
        texts_.pop_front();
    }
}

std::optional<std::vector<SharedText>> Mailbox::after(std::uint64_t number) const {
    if (number > last_ || last_ - number > texts_.size())
        return std::nullopt;
    return std::vector<SharedText>(texts_.end() - static_cast<std::ptrdiff_t>(last_ - number),
                                   texts_.end());
}

}  // namespace malgil::server
