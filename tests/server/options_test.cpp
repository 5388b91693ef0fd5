#include "server/options.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <chrono>
#include <string>
#include <vector>

using namespace malgil::server;

namespace {

std::optional<std::string> no_file(const std::string&) {
    return std::nullopt;
}

std::expected<Options, std::string> parse(std::vector<std::string_view> arguments) {
    return parse_options(arguments, no_file);
}

std::expected<Options, std::string> parse_with_file(std::vector<std::string_view> arguments,
                                                    std::string text) {
    return parse_options(arguments, [&](const std::string& path) {
        return path == "m.conf" ? std::optional(text) : std::nullopt;
    });
}

}  // namespace

TEST_CASE("without options the server listens on this machine's port 8080") {
    const auto options = parse({});
    REQUIRE(options);
    CHECK(options->listen == std::vector{Endpoint{.address = "127.0.0.1", .port = 8080}});
    CHECK(options->root.empty());
    CHECK(options->settings.limits == malgil::protocol::Limits{});
}

TEST_CASE("every option arrives, with a space or an equals sign") {
    const auto options =
        parse({"--listen", "0.0.0.0:80", "--listen=[::1]:0", "--root", "page", "--ice-server",
               "stun:example.org:3478", "--ice-server=turn:me:s%40fe@relay.example?transport=tcp",
               "--channel-limit", "3", "--rate-limit=7", "--grace=30", "--max-connections", "9",
               "--allow-origin", "https://example.org", "--log", "quiet"});
    REQUIRE(options);
    CHECK(options->listen == std::vector{Endpoint{.address = "0.0.0.0", .port = 80},
                                         Endpoint{.address = "::1", .port = 0}});
    CHECK(options->root == "page");
    const auto& settings = options->settings;
    REQUIRE(settings.ice_servers.size() == 2);
    CHECK(settings.ice_servers[0].urls == std::vector<std::string>{"stun:example.org:3478"});
    CHECK(settings.ice_servers[0].username.empty());
    CHECK(settings.ice_servers[1].urls ==
          std::vector<std::string>{"turn:relay.example?transport=tcp"});
    CHECK(settings.ice_servers[1].username == "me");
    CHECK(settings.ice_servers[1].credential == "s@fe");
    CHECK(settings.limits.channel_members == 3);
    CHECK(settings.limits.messages_per_second == 7);
    CHECK(settings.grace_seconds == 30);
    CHECK(settings.max_connections == 9);
    CHECK(settings.allowed_origins == std::vector<std::string>{"https://example.org"});
    CHECK(settings.log == LogLevel::quiet);
}

TEST_CASE("addresses of ICE servers as RFC 7064 and RFC 7065 have them") {
    const std::string_view url =
        GENERATE("stun:a", "stuns:a.b-c.d:5349", "stun:192.0.2.1", "stun:[2001:db8::1]:3478",
                 "turn:a", "turns:a:5349?transport=tcp", "turn:a?transport=udp");
    const auto options = parse({"--ice-server", url});
    REQUIRE(options);
    CHECK(options->settings.ice_servers.front().urls.front() == url);
}

TEST_CASE("TURN servers with their secret, of the command line and of the configuration file") {
    const auto options = parse_with_file(
        {"--config", "m.conf", "--turn-lifetime", "10"},
        "turn-url = turn:relay.example:3478?transport=udp\nturn-url = turns:[2001:db8::1]\n"
        "turn-secret = a=b # not a comment\nturn-lifetime = 20\n");
    REQUIRE(options);
    const auto& turn = options->settings.turn;
    CHECK(turn.urls ==
          std::vector<std::string>{"turn:relay.example:3478?transport=udp", "turns:[2001:db8::1]"});
    CHECK(turn.secret == "a=b # not a comment");
    CHECK(turn.lifetime == std::chrono::seconds(10));
    CHECK(parse({"--turn-url", "turn:a", "--turn-secret", "s"})->settings.turn.lifetime ==
          std::chrono::hours(12));
}

TEST_CASE("a wrong option is told in one line that names it") {
    struct Case {
        std::vector<std::string_view> arguments;
        std::string_view named;
    };

    const auto [arguments, named] = GENERATE(
        Case{{"--dance"}, "--dance"}, Case{{"page"}, "page"}, Case{{"-x"}, "-x"},
        Case{{"--listen"}, "--listen"}, Case{{"--listen", ""}, "--listen"},
        Case{{"--listen", "8080"}, "8080"}, Case{{"--listen", "example.org:80"}, "example.org:80"},
        Case{{"--listen", "1.2.3.4:65536"}, "65536"}, Case{{"--listen", "1.2.3.4:-1"}, "-1"},
        Case{{"--listen", "1.2.3:80"}, "1.2.3:80"}, Case{{"--listen", "::1:80"}, "::1:80"},
        Case{{"--listen", "[::1]"}, "[::1]"}, Case{{"--listen", "[::1:80"}, "[::1:80"},
        Case{{"--listen", "[1.2.3.4]:80"}, "[1.2.3.4]:80"},
        Case{{"--listen", "1.2.3.4:"}, "1.2.3.4:"},
        Case{{"--channel-limit", "0"}, "--channel-limit"}, Case{{"--channel-limit", "x"}, "'x'"},
        Case{{"--channel-limit", "3x"}, "3x"}, Case{{"--rate-limit", "-1"}, "-1"},
        Case{{"--max-connections", "99999999999999999999"}, "--max-connections"},
        Case{{"--ice-server", "example.org"}, "example.org"},
        Case{{"--ice-server", "http://example.org"}, "http://example.org"},
        Case{{"--ice-server", "stun:"}, "stun:"}, Case{{"--ice-server", "stun://a"}, "stun://a"},
        Case{{"--ice-server", "stun:a?transport=udp"}, "stun:a"},
        Case{{"--ice-server", "stun:u:p@a"}, "stun:u"}, Case{{"--ice-server", "stun:a:0"}, "a:0"},
        Case{{"--ice-server", "turn:u@a"}, "turn:u@a"},
        Case{{"--ice-server", "turn:u:@a"}, "turn:u:@a"},
        Case{{"--ice-server", "turn::p@a"}, "turn::p@a"},
        Case{{"--ice-server", "turn:a?x=y"}, "turn:a"},
        Case{{"--ice-server", "turn:u%zz:p@a"}, "u%zz"},
        Case{{"--turn-url", "turn:a"}, "--turn-secret"}, Case{{"--turn-secret", "s"}, "--turn-url"},
        Case{{"--turn-url", "turn:a", "--turn-secret="}, "--turn-secret"},
        Case{{"--turn-url", "a"}, "--turn-url: 'a'"}, Case{{"--turn-url", "stun:a"}, "stun:a"},
        Case{{"--turn-url", "turn://a"}, "turn://a"}, Case{{"--turn-url", "turn:"}, "turn:"},
        Case{{"--turn-url", "turn:a:0"}, "turn:a:0"}, Case{{"--turn-url", "turn:u:p@a"}, "u:p@a"},
        Case{{"--turn-url", "turn:a?transport=sctp"}, "sctp"},
        Case{{"--turn-url", "turn:::1"}, "turn:::1"},
        Case{{"--turn-lifetime", "9"}, "--turn-lifetime"},
        Case{{"--turn-lifetime", "604801"}, "604801"},
        Case{{"--allow-origin", "example.org"}, "example.org"},
        Case{{"--allow-origin", "https://example.org/"}, "https://example.org/"},
        Case{{"--log", "loud"}, "loud"}, Case{{"--help=yes"}, "--help"},
        Case{{"--config", "missing.conf"}, "missing.conf"});
    CAPTURE(arguments, named);
    const auto options = parse(arguments);
    REQUIRE_FALSE(options);
    CHECK(options.error().contains(named));
    CHECK_FALSE(options.error().contains('\n'));
}

TEST_CASE("a configuration file has the same options, a line each") {
    const auto options = parse_with_file({"--config", "m.conf"},
                                         "# Malgil\r\n\n  listen = 0.0.0.0:8443  \r\n"
                                         "listen=[::1]:8443\nice-server = stun:a\n#log = loud\n"
                                         "channel-limit = 4");
    REQUIRE(options);
    CHECK(options->listen.size() == 2);
    CHECK(options->listen[0] == Endpoint{.address = "0.0.0.0", .port = 8443});
    CHECK(options->settings.limits.channel_members == 4);
    CHECK(options->settings.ice_servers.size() == 1);
}

TEST_CASE("the command line is worth more than the configuration file") {
    const auto options =
        parse_with_file({"--channel-limit", "5", "--config", "m.conf", "--listen", "127.0.0.1:1"},
                        "channel-limit = 4\nlisten = 127.0.0.1:2\nrate-limit = 6\n");
    REQUIRE(options);
    CHECK(options->listen == std::vector{Endpoint{.address = "127.0.0.1", .port = 1}});
    CHECK(options->settings.limits.channel_members == 5);
    CHECK(options->settings.limits.messages_per_second == 6);
}

TEST_CASE("a wrong line of a configuration file is told with its number") {
    const std::string line = GENERATE("dance = 1", "channel-limit", "channel-limit = x",
                                      "config = other.conf", "help", "listen =");
    CAPTURE(line);
    const auto options = parse_with_file({"--config", "m.conf"}, "# first\n" + line + "\n");
    REQUIRE_FALSE(options);
    CHECK(options.error().starts_with("m.conf:2: "));
}

TEST_CASE("the help has every option with its default") {
    const std::string help = help_text();
    for (const std::string_view text : {"--listen ADDRESS:PORT",
                                        "127.0.0.1:8080",
                                        "--root DIR",
                                        "--config FILE",
                                        "--ice-server URL",
                                        "--turn-url URL",
                                        "--turn-secret SECRET",
                                        "--turn-lifetime SECONDS",
                                        "Default: 43200\n",
                                        "--channel-limit N",
                                        "Default: 8\n",
                                        "--rate-limit N",
                                        "Default: 1000\n",
                                        "--grace SECONDS",
                                        "Default: 15\n",
                                        "--max-connections N",
                                        "--allow-origin ORIGIN",
                                        "--log LEVEL",
                                        "--help\n",
                                        "--version\n"})
        CHECK(help.contains(text));
    CHECK(parse({"--help"})->help);
    CHECK(parse({"-h"})->help);
    CHECK(parse({"--version"})->version);
}
