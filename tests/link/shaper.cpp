#include "tests/link/shaper.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <ranges>
#include <utility>

namespace malgil::test {
namespace {

double Conditions::* named(std::string_view name) {
    if (name == "loss")
        return &Conditions::loss;
    if (name == "delay")
        return &Conditions::delay;
    if (name == "rate")
        return &Conditions::rate;
    return nullptr;
}

bool parse_number(std::string_view text, double& number) {
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && stopped == std::to_address(text.end()) && number >= 0;
}

}  // namespace

std::optional<Conditions> parse_conditions(std::string_view line) {
    Conditions result;
    double Conditions::* value = nullptr;
    for (const auto part : std::views::split(line, ' ')) {
        const std::string_view word(part.begin(), part.end());
        if (word.empty())
            continue;
        if (value == nullptr) {
            value = named(word);
            if (value == nullptr)
                return std::nullopt;
        } else {
            if (!parse_number(word, result.*value))
                return std::nullopt;
            value = nullptr;
        }
    }
    if (value != nullptr || result.loss > 100)
        return std::nullopt;
    return result;
}

void Shaper::take(Frame frame, Time now) {
    if (std::uniform_real_distribution(0.0, 100.0)(random_) < conditions_.loss)
        return;
    Time leaves = now;
    if (conditions_.rate > 0) {
        const Time starts = std::max(now, free_at_);
        if (starts - now > longest_queue)
            return;
        const double bits = 8.0 * static_cast<double>(frame.size());
        free_at_ = starts + Time{static_cast<Time::rep>(bits / conditions_.rate * 1e6)};
        leaves = free_at_;
    }
    leaves += Time{static_cast<Time::rep>(conditions_.delay * 1e6)};
    // Conditions that got better do not let a frame overtake.
    if (!underway_.empty())
        leaves = std::max(leaves, underway_.back().leaves);
    underway_.push_back({.leaves = leaves, .frame = std::move(frame)});
}

std::optional<Time> Shaper::next() const {
    if (underway_.empty())
        return std::nullopt;
    return underway_.front().leaves;
}

std::optional<Shaper::Frame> Shaper::give(Time now) {
    if (underway_.empty() || underway_.front().leaves > now)
        return std::nullopt;
    Frame frame = std::move(underway_.front().frame);
    underway_.pop_front();
    return frame;
}

}  // namespace malgil::test
