#pragma once

#include <imgui.h>

#include <string_view>

namespace malgil::shell {

/// Dear ImGui's name for a key that the program may use outside of text fields;
/// ImGuiKey_None for all others. https://www.w3.org/TR/uievents-code/
[[nodiscard]] ImGuiKey imgui_key(std::string_view code);

}  // namespace malgil::shell
