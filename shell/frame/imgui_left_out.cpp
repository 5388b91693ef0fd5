#include <imgui.h>

#include <cstdlib>

// Dear ImGui's own error recovery ends what a program forgot to end, and so brings tables, tab
// bars, menus and selections into a program that begins none; its initialisation brings in the
// reading of settings, of which there are none either. That is 10 KB of the page's download.
// CMakeLists.txt lets imgui.cpp call these instead.

// NOLINTBEGIN(readability-identifier-naming): as the functions that they stand for

namespace ImGui {

void MalgilEndOfNothing();
ImGuiMultiSelectIO* MalgilEndMultiSelect();
void MalgilTableSettings();

/// Reached where somebody begins what is left out here: take it out of the list in CMakeLists.txt.
void MalgilEndOfNothing() {
    std::abort();
}

ImGuiMultiSelectIO* MalgilEndMultiSelect() {
    std::abort();
}

void MalgilTableSettings() {}

}  // namespace ImGui

extern "C" int malgil_sscanf(const char* text, const char* format, ...);

// NOLINTNEXTLINE(cert-dcl50-cpp): the C library's
extern "C" int malgil_sscanf(const char* /*text*/, const char* /*format*/, ...) {
    std::abort();
}

// NOLINTEND(readability-identifier-naming)
