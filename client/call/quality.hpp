#pragma once

#include "client/call/statistics.hpp"

namespace malgil::call {

enum class Quality { good, fair, poor };

enum class QualityReason {
    none,
    loss,            // of what the peer sends, on its way
    delay,           // the round trip
    your_uplink,     // what is sent gets lost, or the line bears too little
    their_computer,  // it cannot encode fast enough
};

struct Assessment {
    Quality quality = Quality::good;
    QualityReason reason = QualityReason::none;

    friend bool operator==(const Assessment&, const Assessment&) = default;
};

/// What the latest sample says, for itself. `wanted_bitrate`: of one's video to that peer, in bits
/// a second; 0: as the browser sees fit.
[[nodiscard]] Assessment assess(const Statistics& statistics, bool their_computer_is_busy,
                                int wanted_bitrate);

/// What shows: three bad samples in a row make it worse, five good ones better: on a
/// busy computer single ones go astray.
struct QualityMark {
    Assessment shown{};
    /// In a row, and the mildest or the worst of them.
    int worse = 0;
    int better = 0;
    Assessment next{};

    /// True where what shows has changed.
    bool judge(Assessment latest);
};

}  // namespace malgil::call
