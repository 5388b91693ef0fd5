#include "shell/keys.hpp"

#include <algorithm>
#include <array>

namespace malgil::shell {

namespace {

struct Entry {
    std::string_view code;
    ImGuiKey key;
};

// Enter, Space and Tab are the browser's: they work the mirror's elements.
constexpr auto entries = std::to_array<Entry>({
    {"Escape", ImGuiKey_Escape},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
});

}  // namespace

ImGuiKey imgui_key(std::string_view code) {
    const auto found = std::ranges::find(entries, code, &Entry::code);
    return found != entries.end() ? found->key : ImGuiKey_None;
}

}  // namespace malgil::shell
