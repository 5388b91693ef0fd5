#include "server/log.hpp"

#include <chrono>
#include <cstdio>
#include <format>
#include <string>

namespace malgil::server {

void Log::write(LogLevel level, std::string_view text) const {
    if (level > level_)
        return;
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const std::string line =
        std::format("{:%FT%TZ} {}{}\n", now, level == LogLevel::warning ? "warning: " : "", text);
    // Where stderr is gone there is nobody to tell.
    (void)std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace malgil::server
