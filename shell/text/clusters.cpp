#include "shell/text/clusters.hpp"

#include <cstddef>
#include <utility>

namespace malgil::shell {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t basic_count = 0xF900 - ClusterTable::first;
constexpr char32_t supplementary = 0xF0000;
constexpr char32_t last = 0x10FFFD;

constexpr char32_t codepoint_at(char32_t index) {
    return index < basic_count ? ClusterTable::first + index
                               : supplementary + (index - basic_count);
}

constexpr char32_t index_of(char32_t codepoint) {
    return codepoint < supplementary ? codepoint - ClusterTable::first
                                     : codepoint - supplementary + basic_count;
}

}  // namespace

char32_t ClusterTable::codepoint_of(Cluster cluster) {
    if (const auto known = codepoints_.find(cluster.text); known != codepoints_.end())
        return known->second;
    const char32_t codepoint = codepoint_at(static_cast<char32_t>(clusters_.size()));
    if (codepoint > last)
        return replacement;
    codepoints_.emplace(cluster.text, codepoint);
    clusters_.push_back(std::move(cluster));
    return codepoint;
}

const Cluster* ClusterTable::find(char32_t codepoint) const {
    const bool basic = codepoint >= first && codepoint - first < basic_count;
    if (!basic && codepoint < supplementary)
        return nullptr;
    const auto index = static_cast<std::size_t>(index_of(codepoint));
    return index < clusters_.size() ? &clusters_[index] : nullptr;
}

}  // namespace malgil::shell
