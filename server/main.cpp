#include "server/options.hpp"
#include "server/server.hpp"

#include <sys/resource.h>

#include <csignal>
#include <cstdio>
#include <format>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace malgil::server;

constexpr int status_failed = 1;
constexpr int status_misused = 2;

int fail(int status, std::string_view sentence) {
    const std::string line = std::format("malgil: {}\n", sentence);
    (void)std::fwrite(line.data(), 1, line.size(), stderr);
    return status;
}

void print(std::string_view text) {
    (void)std::fwrite(text.data(), 1, text.size(), stdout);
    (void)std::fflush(stdout);
}

std::optional<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(file), {});
    if (!file.is_open() || file.bad())
        return std::nullopt;
    return content;
}

/// As many descriptors as the system lets us have: one a connection.
void raise_descriptor_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    (void)setrlimit(RLIMIT_NOFILE, &limit);
}

void warn_about_credentials(const Settings& settings) {
    for (const auto& ice_server : settings.ice_servers)
        if (ice_server.urls.front().starts_with("turn") && ice_server.username.empty())
            Log(settings.log)
                .warning(
                    "browsers refuse a TURN server without credentials: write "
                    "turn:USER:SECRET@HOST");
}

int serve(Options options) {
    auto page = options.root.empty() ? std::expected<http::Page, std::string>(http::embedded_page())
                                     : http::load_page(options.root);
    if (!page)
        return fail(status_failed, page.error());
    if (!options.root.empty() && page->files.empty())
        Log(options.settings.log).warning("there are no files to host in " + options.root);
    warn_about_credentials(options.settings);

    Server server(std::move(options.settings), std::move(*page));
    std::string addresses;
    for (const Endpoint& endpoint : options.listen) {
        const auto listening = server.listen(endpoint);
        if (!listening)
            return fail(status_failed, listening.error());
        addresses += std::format("Malgil is at {}\n", url(*listening));
    }
    server.drain_on_signals();
    print(addresses);
    server.run();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    // A client that is gone, or a closed stdout, is an error code of the write.
    (void)std::signal(SIGPIPE, SIG_IGN);
    raise_descriptor_limit();

    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    auto options = parse_options(arguments, read_file);
    if (!options)
        return fail(status_misused, options.error());
    if (options->help) {
        print(help_text());
        return 0;
    }
    if (options->version) {
        print("malgil " MALGIL_VERSION "\n");
        return 0;
    }
    return serve(std::move(*options));
}
