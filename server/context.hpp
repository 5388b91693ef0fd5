#pragma once

#include "server/http/static_files.hpp"
#include "server/hub.hpp"
#include "server/log.hpp"
#include "server/protocol/limits.hpp"
#include "server/resume_token.hpp"
#include "server/timeouts.hpp"
#include "server/turn_credentials.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

namespace malgil::server {

struct Settings {
    protocol::Limits limits;
    Timeouts timeouts;
    /// The same for every client.
    std::vector<protocol::IceServer> ice_servers;
    /// With credentials for each.
    TurnSettings turn;
    /// How long the place of a lost connection is kept; 0: not at all.
    int grace_seconds = 15;
    /// Besides the server's own, see origin.hpp.
    std::vector<std::string> allowed_origins;
    /// Connections served at once. A few more are told that the server is full; others are closed.
    std::size_t max_connections = 1000;
    LogLevel log = LogLevel::info;
};

class HttpConnection;

/// What all connections share. Outlives them.
struct Context {
    Context(Settings all_settings, http::Page page)
        : settings(std::move(all_settings)),
          files(std::move(page)),
          hub({.limits = settings.limits,
               .ice_servers = [this](const auto& user) { return ice_servers_for(user); },
               .grace_seconds = settings.grace_seconds,
               .make_token = make_resume_token}),
          log(settings.log) {}

    [[nodiscard]] std::vector<protocol::IceServer> ice_servers_for(
        const protocol::UserId& user) const {
        auto servers = settings.ice_servers;
        if (!settings.turn.urls.empty())
            servers.push_back(turn_server(settings.turn, user, std::chrono::system_clock::now()));
        return servers;
    }

    Settings settings;
    http::StaticFiles files;
    Hub hub;
    Log log;
    bool draining = false;
    /// Those that a drain has to wake.
    std::unordered_set<HttpConnection*> http_connections;
};

}  // namespace malgil::server
