#include "server/http/content_coding.hpp"

#include "server/http/text.hpp"

#include <array>
#include <cstddef>
#include <optional>

namespace malgil::server::http {
namespace {

/// A weight in thousandths, RFC 9110 §12.4.2; no value where it is none.
std::optional<int> parse_weight(std::string_view text) {
    if (text.empty() || (text.front() != '0' && text.front() != '1'))
        return std::nullopt;
    int weight = (text.front() - '0') * 1000;
    text.remove_prefix(1);
    if (text.empty())
        return weight;
    if (text.front() != '.' || text.size() > 4)
        return std::nullopt;
    int place = 100;
    for (const char digit : text.substr(1)) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        weight += (digit - '0') * place;
        place /= 10;
    }
    return weight <= 1000 ? std::optional(weight) : std::nullopt;
}

struct Preference {
    std::string_view coding;
    int weight;  // thousandths
};

/// What cannot be read is as if it were not there.
std::optional<Preference> parse_preference(std::string_view text) {
    Preference preference{.coding = take_part(text, ';'), .weight = 1000};
    while (!text.empty()) {
        std::string_view parameter = take_part(text, ';');
        if (!equal_ignoring_case(take_part(parameter, '='), "q"))
            continue;
        const auto weight = parse_weight(parameter);
        if (!weight)
            return std::nullopt;
        preference.weight = *weight;
    }
    return preference;
}

struct Weights {
    std::array<std::optional<int>, 3> by_coding;
    std::optional<int> any_other;

    [[nodiscard]] int of(ContentCoding coding) const {
        if (const auto named = by_coding.at(static_cast<std::size_t>(coding)))
            return *named;
        // Without a word about it, `identity` is acceptable, but liked less than what is named.
        return any_other.value_or(coding == ContentCoding::identity ? 1 : 0);
    }
};

Weights parse_weights(std::string_view accept_encoding) {
    Weights weights;
    while (!accept_encoding.empty()) {
        const auto preference = parse_preference(take_part(accept_encoding, ','));
        if (!preference)
            continue;
        const auto& [coding, weight] = *preference;
        const auto set = [&](ContentCoding which) {
            weights.by_coding.at(static_cast<std::size_t>(which)) = weight;
        };
        if (coding == "*")
            weights.any_other = weight;
        else if (equal_ignoring_case(coding, "br"))
            set(ContentCoding::brotli);
        else if (equal_ignoring_case(coding, "gzip") || equal_ignoring_case(coding, "x-gzip"))
            set(ContentCoding::gzip);
        else if (equal_ignoring_case(coding, "identity"))
            set(ContentCoding::identity);
    }
    return weights;
}

}  // namespace

ContentCoding choose_coding(std::string_view accept_encoding,
                            std::span<const ContentCoding> available) {
    const Weights weights = parse_weights(accept_encoding);
    ContentCoding best = ContentCoding::identity;
    int best_weight = 0;
    for (const ContentCoding coding : available) {
        if (const int weight = weights.of(coding); weight > best_weight) {
            best = coding;
            best_weight = weight;
        }
    }
    return best;
}

}  // namespace malgil::server::http
