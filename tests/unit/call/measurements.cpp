#include "tests/unit/call/measurements.hpp"

namespace malgil::test {

call::Measurement TestedPath::next(double seconds) {
    const auto grow = [](std::optional<double>& counter, double by) {
        counter = counter.value_or(1000) + by;
    };
    now_.at += seconds * 1000;
    grow(now_.video_in.bytes, kilobits_in * 125 * seconds);
    grow(now_.video_in.packets, packets * (1 - loss_in) * seconds);
    grow(now_.video_in.lost, packets * loss_in * seconds);
    grow(now_.video_in.frames, frames * seconds);
    grow(now_.video_out.bytes, kilobits_out * 125 * seconds);
    grow(now_.video_out.packets, packets * seconds);
    grow(now_.video_out.lost, packets * loss_out * seconds);
    grow(now_.video_out.frames, frames * seconds);
    now_.video_in.width = 1280;
    now_.video_in.height = 720;
    now_.video_in.codec = now_.video_out.codec = "VP8";
    now_.audio_in.codec = now_.audio_out.codec = "opus";
    now_.audio_in.jitter = 3;
    now_.round_trip = round_trip;
    now_.available_outgoing = available;
    now_.limited = limited;
    now_.route = {
        .known = true, .relayed = false, .protocol = "udp", .local = "host", .remote = "srflx"};
    return now_;
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
