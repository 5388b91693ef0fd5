#include "tests/unit/call/measurements.hpp"

namespace malgil::test {

call::Measurement TestedPath::next(double seconds) {
    const auto grow = [](std::optional<double>& counter, double by) {
        counter = counter.value_or(1000) + by;
    };
    latest.at += seconds * 1000;
    grow(latest.video_in.bytes, kilobits_in * 125 * seconds);
    grow(latest.video_in.packets, packets * (1 - loss_in) * seconds);
    grow(latest.video_in.lost, packets * loss_in * seconds);
    grow(latest.video_in.frames, frames * seconds);
    grow(latest.video_out.bytes, kilobits_out * 125 * seconds);
    grow(latest.video_out.packets, packets * seconds);
    grow(latest.video_out.lost, packets * loss_out * seconds);
    grow(latest.video_out.frames, frames * seconds);
    latest.video_in.width = 1280;
    latest.video_in.height = 720;
    latest.video_in.codec = latest.video_out.codec = "VP8";
    latest.audio_in.codec = latest.audio_out.codec = "opus";
    latest.audio_in.jitter = 3;
    latest.round_trip = round_trip;
    latest.available_outgoing = available;
    latest.limited = limited;
    latest.route = {
        .known = true, .relayed = false, .protocol = "udp", .local = "host", .remote = "srflx"};
    return latest;
}

void measure(TestedPath& path, call::Statistics& statistics, call::Milliseconds& now, int times,
             const std::function<void()>& after, double seconds) {
    for (; times > 0; --times) {
        now += call::Milliseconds(static_cast<int>(seconds * 1000));
        statistics.add(now, path.next(seconds));
        after();
    }
}

}  // namespace malgil::test
