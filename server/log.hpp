#pragma once

#include <string_view>

namespace malgil::server {

enum class LogLevel { quiet, warning, info };

/// Lines on stderr, one per noteworthy thing. They name connections by number, never people or
/// what they say.
class Log {
public:
    explicit Log(LogLevel level) : level_(level) {}

    void info(std::string_view text) const { write(LogLevel::info, text); }

    void warning(std::string_view text) const { write(LogLevel::warning, text); }

private:
    void write(LogLevel level, std::string_view text) const;

    LogLevel level_;
};

}  // namespace malgil::server
