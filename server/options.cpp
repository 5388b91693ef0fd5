#include "server/options.hpp"

#include "server/http/text.hpp"
#include "server/option_values.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <format>
#include <utility>

namespace malgil::server {
namespace {

using Applied = std::expected<void, std::string>;

/// Puts a value where it belongs, or hands on what is wrong with it.
template <class Value, class Set>
Applied apply(std::expected<Value, std::string> value, Set set) {
    return std::move(value).transform(std::move(set));
}

struct Option {
    std::string_view name;
    /// What its value is called in the help; empty: it has none.
    std::string_view value;
    std::string_view help;
    /// The default, as a person would write it; empty: there is none to speak of.
    std::string default_value;
    Applied (*set)(Options& options, std::string_view value);
};

const Settings defaults;

/// A week: a shared computer does not keep a way into the relay for ever.
constexpr std::size_t max_turn_lifetime = std::size_t{7} * 24 * 60 * 60;

const std::array<Option, 15>& table() {
    static const std::array<Option, 15> options{{
        {"listen", "ADDRESS:PORT", "Where to listen. May be given several times; port 0: any.",
         "127.0.0.1:8080",
         [](Options& to, std::string_view text) {
             return apply(parse_endpoint(text),
                          [&](Endpoint e) { to.listen.push_back(std::move(e)); });
         }},
        {"root", "DIR", "Host the files of this folder, read once at the start.",
         "the page inside the program",
         [](Options& to, std::string_view text) -> Applied {
             to.root = text;
             return {};
         }},
        {"config", "FILE", "Read options from a file: lines of `name = value`, # for comments.", "",
         nullptr},
        {"ice-server", "URL",
         "A STUN or TURN server for the clients: stun:HOST[:PORT],\n"
         "turn:USER:SECRET@HOST[:PORT][?transport=tcp]. May be given several times.",
         "none",
         [](Options& to, std::string_view text) {
             return apply(parse_ice_server(text), [&](protocol::IceServer server) {
                 to.settings.ice_servers.push_back(std::move(server));
             });
         }},
        {"turn-url", "URL",
         "A TURN server that knows --turn-secret: turn:HOST[:PORT][?transport=tcp] or turns:….\n"
         "Each client gets credentials of its own. May be given several times.",
         "none",
         [](Options& to, std::string_view text) {
             return apply(parse_turn_url(text), [&](std::string url) {
                 to.settings.turn.urls.push_back(std::move(url));
             });
         }},
        {"turn-secret", "SECRET",
         "What it is set to there: coturn's static-auth-secret. In a --config file nobody else\n"
         "on this machine sees it.",
         "none",
         [](Options& to, std::string_view text) {
             return apply(parse_secret(text),
                          [&](std::string secret) { to.settings.turn.secret = std::move(secret); });
         }},
        {"turn-lifetime", "SECONDS",
         "How long credentials are good; clients get new ones after three quarters of that.",
         std::to_string(defaults.turn.lifetime.count()),
         [](Options& to, std::string_view text) {
             return apply(parse_number(text, 10, max_turn_lifetime), [&](std::size_t seconds) {
                 to.settings.turn.lifetime = std::chrono::seconds(seconds);
             });
         }},
        {"channel-limit", "N", "Members of one channel.",
         std::to_string(defaults.limits.channel_members),
         [](Options& to, std::string_view text) {
             return apply(parse_number(text, 1, 1000),
                          [&](std::size_t n) { to.settings.limits.channel_members = n; });
         }},
        {"grace", "SECONDS",
         "How long the place of a lost connection is kept, and what is sent to it; 0: not at all.",
         std::to_string(defaults.grace_seconds),
         [](Options& to, std::string_view text) {
             return apply(parse_number(text, 0, 3600), [&](std::size_t seconds) {
                 to.settings.grace_seconds = static_cast<int>(seconds);
             });
         }},
        {"rate-limit", "N",
         "Messages a second that one client may send over time; 20 times that at once.",
         std::to_string(defaults.limits.messages_per_second),
         [](Options& to, std::string_view text) {
             return apply(parse_number(text, 1, 1'000'000),
                          [&](std::size_t n) { to.settings.limits.messages_per_second = n; });
         }},
        {"max-connections", "N", "Connections at once; more are told that the server is full.",
         std::to_string(defaults.max_connections),
         [](Options& to, std::string_view text) {
             return apply(parse_number(text, 1, 1'000'000),
                          [&](std::size_t n) { to.settings.max_connections = n; });
         }},
        {"allow-origin", "ORIGIN",
         "Let pages of another site connect: https://example.org, or * for all.\n"
         "May be given several times. Needed behind a proxy that does not hand on Host.",
         "none",
         [](Options& to, std::string_view text) {
             return apply(parse_origin(text), [&](std::string origin) {
                 to.settings.allowed_origins.push_back(std::move(origin));
             });
         }},
        {"log", "LEVEL", "What to tell on stderr: quiet, warning or info.", "info",
         [](Options& to, std::string_view text) {
             return apply(parse_log_level(text), [&](LogLevel level) { to.settings.log = level; });
         }},
        {"help", "", "Show this text.", "",
         [](Options& to, std::string_view) -> Applied {
             to.help = true;
             return {};
         }},
        {"version", "", "Show the version.", "",
         [](Options& to, std::string_view) -> Applied {
             to.version = true;
             return {};
         }},
    }};
    return options;
}

const Option* find_option(std::string_view name) {
    const auto found = std::ranges::find(table(), name, &Option::name);
    return found == table().end() ? nullptr : &*found;
}

/// An option as it was given, and where.
struct Given {
    const Option* option;
    std::string value;
    std::string where;  // begins every message about it
};

using AllGiven = std::expected<std::vector<Given>, std::string>;

AllGiven read_arguments(std::span<const std::string_view> arguments) {
    std::vector<Given> all;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string_view argument = arguments[i];
        if (argument == "-h")
            argument = "--help";
        if (!argument.starts_with("--"))
            return std::unexpected(std::format("'{}' is not an option; see --help", argument));
        const auto equals = argument.find('=');
        const auto name = argument.substr(2, equals == argument.npos ? equals : equals - 2);
        const Option* option = find_option(name);
        if (option == nullptr)
            return std::unexpected(std::format("there is no option --{}; see --help", name));
        Given given{.option = option, .value = {}, .where = std::format("--{}", name)};
        if (equals != argument.npos) {
            if (option->value.empty())
                return std::unexpected(std::format("--{} takes no value", name));
            given.value = argument.substr(equals + 1);
        } else if (!option->value.empty()) {
            if (++i == arguments.size())
                return std::unexpected(std::format("--{} needs a value: {}", name, option->value));
            given.value = arguments[i];
        }
        all.push_back(std::move(given));
    }
    return all;
}

AllGiven read_config(const std::string& path, const ReadFile& read_file) {
    const auto text = read_file(path);
    if (!text)
        return std::unexpected(std::format("--config: cannot read the file '{}'", path));
    std::vector<Given> all;
    std::string_view rest = *text;
    for (int number = 1; !rest.empty(); ++number) {
        std::string_view line = http::take_part(rest, '\n');
        if (line.ends_with('\r'))
            line = http::trim(line.substr(0, line.size() - 1));
        if (line.empty() || line.starts_with('#'))
            continue;
        const bool has_value = line.contains('=');
        const auto name = http::take_part(line, '=');
        const Option* option = find_option(name);
        const auto where = std::format("{}:{}", path, number);
        if (option == nullptr || option->value.empty() || option->set == nullptr)
            return std::unexpected(std::format("{}: there is no option '{}'", where, name));
        if (!has_value)
            return std::unexpected(
                std::format("{}: write it as {} = {}", where, name, option->value));
        all.push_back({.option = option,
                       .value = std::string(http::trim(line)),
                       .where = std::format("{}: {}", where, name)});
    }
    return all;
}

Applied set_all(Options& options, const std::vector<Given>& all) {
    for (const auto& [option, value, where] : all) {
        if (option->set == nullptr)
            continue;
        if (auto set = option->set(options, value); !set)
            return std::unexpected(std::format("{}: {}", where, set.error()));
    }
    return {};
}

/// What one option needs of another.
Applied check_together(const Settings& settings) {
    const auto& [urls, secret, lifetime] = settings.turn;
    if (!urls.empty() && secret.empty())
        return std::unexpected("--turn-url needs --turn-secret: the secret of that TURN server");
    if (urls.empty() && !secret.empty())
        return std::unexpected("--turn-secret needs --turn-url: the TURN server that knows it");
    return {};
}

}  // namespace

std::expected<Options, std::string> parse_options(std::span<const std::string_view> arguments,
                                                  const ReadFile& read_file) {
    const auto given = read_arguments(arguments);
    if (!given)
        return std::unexpected(given.error());
    Options options;
    for (const Given& one : *given) {
        if (one.option->name != "config")
            continue;
        auto configured = read_config(one.value, read_file);
        if (!configured)
            return std::unexpected(configured.error());
        std::erase_if(*configured, [&](const Given& from_file) {
            return std::ranges::contains(*given, from_file.option, &Given::option);
        });
        if (auto set = set_all(options, *configured); !set)
            return std::unexpected(set.error());
    }
    if (auto set = set_all(options, *given); !set)
        return std::unexpected(set.error());
    if (auto fits = check_together(options.settings); !fits)
        return std::unexpected(fits.error());
    if (options.listen.empty())
        options.listen.emplace_back();
    return options;
}

std::string help_text() {
    std::string text =
        "Malgil: video calls, hosted by one program.\n\n"
        "malgil [OPTION]…\n\n";
    for (const Option& option : table()) {
        text +=
            std::format("  --{}{}{}\n", option.name, option.value.empty() ? "" : " ", option.value);
        std::string_view help = option.help;
        while (!help.empty()) {
            text += "      ";
            text += http::take_part(help, '\n');
            text += '\n';
        }
        if (!option.default_value.empty())
            text += std::format("      Default: {}\n", option.default_value);
    }
    return text +=
           "\nThe page asks for the camera only on https: or on this machine: for others, put a\n"
           "reverse proxy with TLS in front that hands on the Host field and WebSockets.\n";
}

}  // namespace malgil::server
