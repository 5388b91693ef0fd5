#pragma once

#include "server/log.hpp"
#include "server/protocol/messages.hpp"
#include "server/server.hpp"

#include <cstddef>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace malgil::server {

/// What the command line and the configuration file say.
struct Options {
    std::vector<Endpoint> listen;  // at least one
    /// The folder to host; empty: the page inside the program.
    std::string root;
    Settings settings;
    bool help = false;
    bool version = false;
};

/// Returns a file's content; no value where it cannot be read.
using ReadFile = std::function<std::optional<std::string>(const std::string& path)>;

/// Reads `--name VALUE` and `--name=VALUE`; `--config FILE` has the same options in lines
/// `name = value`. An option on the command line is worth more than the same one in the file. The
/// error is one line.
[[nodiscard]] std::expected<Options, std::string> parse_options(
    std::span<const std::string_view> arguments, const ReadFile& read_file);

/// Every option with its default.
[[nodiscard]] std::string help_text();

}  // namespace malgil::server
