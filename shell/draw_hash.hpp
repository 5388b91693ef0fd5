#pragma once

#include <imgui.h>

#include <cstdint>

namespace malgil::shell {

/// Two frames with the same hash look the same, as long as no texture has changed.
[[nodiscard]] std::uint64_t draw_hash(const ImDrawData& data);

/// Whether the renderer has yet to create, change or destroy a texture.
[[nodiscard]] bool has_texture_updates(const ImDrawData& data);

}  // namespace malgil::shell
