#pragma once

#include <imgui.h>

namespace malgil::shell {

/// Puts glyphs on whole device pixels. Dear ImGui puts them on whole CSS pixels, which are not the
/// same where the pixel ratio is none (1.25, 1.5): there they would be sampled between pixels, and
/// look soft.
void snap_glyphs(ImDrawData& data);

}  // namespace malgil::shell
