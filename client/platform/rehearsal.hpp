#pragma once

#include "web/media_stream.hpp"

#include <array>
#include <functional>
#include <memory>

namespace malgil::platform {

/// Plays the beginning of a call within the page, between two call cores with a real
/// RTCPeerConnection each: offer, answer, no more. Browsers compile, load and generate on first
/// use, and the first real call then finds that done: it comes up about a tenth sooner. Nothing
/// goes over the network: there is no server, and no candidate is handed on.
///
/// Destroy it when it has ended, or before: once a real call begins.
class Rehearsal {
public:
    /// `own`: one's own tracks; outlives this. `on_end` must not destroy this at once.
    Rehearsal(const web::MediaStream& own, std::function<void()> on_end);
    ~Rehearsal();

    Rehearsal(const Rehearsal&) = delete;
    Rehearsal& operator=(const Rehearsal&) = delete;
    Rehearsal(Rehearsal&&) = delete;
    Rehearsal& operator=(Rehearsal&&) = delete;

private:
    class Player;

    std::array<std::unique_ptr<Player>, 2> players_;
};

}  // namespace malgil::platform
