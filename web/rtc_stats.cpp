#include "web/rtc_stats.hpp"

namespace malgil::web {

namespace {

/// The entry of that ID; undefined where there is none.
val entry(const val& report, const val& id) {
    return is_nullish(id) ? val::undefined() : report.call<val>("get", id);
}

/// The pair in use. A transport names it; Firefox has no transports in its statistics, and marks
/// the pair itself.
/// https://www.w3.org/TR/webrtc-stats/#dom-rtctransportstats-selectedcandidatepairid
val selected_pair(const val& report) {
    const val entries = val::global("Array").call<val>("from", report.call<val>("values"));
    val pair = val::undefined();
    const int count = int_of(entries["length"]).value_or(0);
    for (int i = 0; i < count; ++i) {
        const val each = entries[i];
        const auto type = string_of(each["type"]);
        if (type == "transport" && !is_nullish(each["selectedCandidatePairId"]))
            return entry(report, each["selectedCandidatePairId"]);
        if (type == "candidate-pair" && each["selected"].isTrue())
            pair = each;
    }
    return pair;
}

}  // namespace

std::string local_candidate_type(const val& report) {
    const val pair = selected_pair(report);
    if (is_nullish(pair))
        return {};
    const val candidate = entry(report, pair["localCandidateId"]);
    if (is_nullish(candidate))
        return {};
    return string_of(candidate["candidateType"]).value_or("");
}

}  // namespace malgil::web
