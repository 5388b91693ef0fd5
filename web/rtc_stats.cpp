#include "web/rtc_stats.hpp"

namespace malgil::web {

namespace {

/// The entry of that ID; undefined where there is none.
val entry(const val& report, const val& id) {
    return is_nullish(id) ? val::undefined() : report.call<val>("get", id);
}

struct Selected {
    val pair = val::undefined();
    val transport = val::undefined();
};

/// The pair in use. A transport names it; Firefox has no transports in its statistics, and marks
/// the pair itself.
/// https://www.w3.org/TR/webrtc-stats/#dom-rtctransportstats-selectedcandidatepairid
Selected selected(const val& report) {
    const val entries = val::global("Array").call<val>("from", report.call<val>("values"));
    Selected found;
    const int count = int_of(entries["length"]).value_or(0);
    for (int i = 0; i < count; ++i) {
        const val each = entries[i];
        const auto type = string_of(each["type"]);
        if (type == "transport" && !is_nullish(each["selectedCandidatePairId"]))
            return {.pair = entry(report, each["selectedCandidatePairId"]), .transport = each};
        if (type == "candidate-pair" && each["selected"].isTrue())
            found.pair = each;
    }
    return found;
}

}  // namespace

PathInUse path_in_use(const val& report) {
    const Selected found = selected(report);
    PathInUse path;
    if (is_nullish(found.pair))
        return path;
    const val candidate = entry(report, found.pair["localCandidateId"]);
    if (!is_nullish(candidate))
        path.local_candidate_type = string_of(candidate["candidateType"]).value_or("");
    if (!is_nullish(found.transport))
        path.ice_role = string_of(found.transport["iceRole"]).value_or("");
    return path;
}

}  // namespace malgil::web
