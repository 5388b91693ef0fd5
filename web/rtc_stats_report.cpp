#include "web/rtc_stats_report.hpp"

namespace malgil::web {

std::optional<std::string> RTCStats::text(const char* member) const {
    return string_of(entry_[member]);
}

std::optional<double> RTCStats::number(const char* member) const {
    const val value = entry_[member];
    if (!value.isNumber())
        return std::nullopt;
    return value.as<double>();
}

bool RTCStats::is_true(const char* member) const {
    return entry_[member].isTrue();
}

RTCStatsReport::RTCStatsReport(val report) : report_(std::move(report)) {
    const val entries = val::global("Array").call<val>("from", report_.call<val>("values"));
    const int count = int_of(entries["length"]).value_or(0);
    for (int i = 0; i < count; ++i) {
        val entry = entries[i];
        auto type = string_of(entry["type"]).value_or("");
        entries_.emplace_back(std::move(type), RTCStats(std::move(entry)));
    }
}

std::vector<RTCStats> RTCStatsReport::of_type(std::string_view type) const {
    std::vector<RTCStats> found;
    for (const auto& [known, entry] : entries_)
        if (known == type)
            found.push_back(entry);
    return found;
}

std::optional<RTCStats> RTCStatsReport::find(const std::optional<std::string>& id) const {
    if (!id)
        return std::nullopt;
    val entry = report_.call<val>("get", *id);
    if (is_nullish(entry))
        return std::nullopt;
    return RTCStats(std::move(entry));
}

}  // namespace malgil::web
