#include "client/call/candidate_priority.hpp"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace malgil::call {
namespace {

/// Above these bits is the preference of a type of candidates, which is to stay.
constexpr std::uint32_t one_type = 1U << 24U;
/// RFC 8445 §5.1.2: 1 to 2^31 - 1.
constexpr std::uint32_t most = (1U << 31U) - 1;

struct Priority {
    std::size_t begin;
    std::size_t size;
    std::uint32_t value;
};

/// The fourth word of `candidate:foundation component transport priority …` (RFC 8839 §5.1).
std::optional<Priority> find_priority(std::string_view candidate) {
    std::size_t begin = 0;
    for (int word = 0; word < 3; ++word) {
        begin = candidate.find(' ', begin);
        if (begin == std::string_view::npos)
            return std::nullopt;
        ++begin;
    }
    const std::string text(candidate.substr(begin, candidate.find(' ', begin) - begin));
    std::uint32_t value = 0;
    const auto* const end = text.data() + text.size();
    if (std::from_chars(text.data(), end, value).ptr != end || value == 0 || value > most)
        return std::nullopt;
    return Priority{.begin = begin, .size = text.size(), .value = value};
}

}  // namespace

protocol::IceCandidate CandidatePriority::raised(protocol::IceCandidate candidate) {
    const auto priority = find_priority(candidate.candidate);
    if (!priority)
        return candidate;
    const auto fragment = candidate.username_fragment.value_or("");
    if (first == 0) {
        first = priority->value;
        generation = fragment;
    }
    if (std::exchange(generation, fragment) != fragment) {
        const bool lower = priority->value < first && first - priority->value < one_type;
        raised_by = lower ? first - priority->value : 0;
    }
    if (raised_by > 0 && raised_by <= most - priority->value)
        candidate.candidate.replace(priority->begin, priority->size,
                                    std::to_string(priority->value + raised_by));
    return candidate;
}

}  // namespace malgil::call
