#pragma once

#include <string>
#include <string_view>

namespace malgil::call {

/// The description, which asks whoever gets it to send Opus with forward error correction and to
/// send next to nothing while nobody speaks: `useinbandfec=1;usedtx=1` in the fmtp line of each
/// Opus payload. What such a line says already stays; all other lines are byte for byte the same.
/// https://www.rfc-editor.org/rfc/rfc7587#section-6.1
[[nodiscard]] std::string with_opus_options(std::string_view sdp);

}  // namespace malgil::call
