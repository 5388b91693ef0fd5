#include "tests/unit/call/world.hpp"

#include <algorithm>

// The part of World between two pages: connections that find each other, break and close.

namespace malgil::test {

using call::ConnectionState;
using call::ConnectionStateChanged;

void World::kill_page(const std::string& name) {
    for (auto& pair : pairs_) {
        const bool is_one = pair.one.page == name;
        if (!is_one && pair.other.page != name)
            continue;
        const auto& survivor = is_one ? pair.other : pair.one;
        if (auto* const left = line(survivor))
            left->arriving.emplace_back(ConnectionStateChanged{
                .connection = survivor.connection, .state = ConnectionState::disconnected});
        pair.broken = true;
    }
    std::erase_if(
        pairs_, [&](const Pair& pair) { return pair.one.page == name || pair.other.page == name; });
    for (const auto& socket : page(name).sockets)
        deliver(server.closed(socket.client, "lost"));
    pages_.erase(name);
}

void World::cut(const std::string& one, const std::string& other) {
    cuts_.insert(std::minmax(one, other));
    for (auto& pair : pairs_) {
        if (pair.broken || !is_cut(pair.one.page, pair.other.page))
            continue;
        pair.broken = true;
        for (const auto& end : {pair.one, pair.other})
            line(end)->arriving.emplace_back(ConnectionStateChanged{
                .connection = end.connection, .state = ConnectionState::disconnected});
    }
}

void World::mend(const std::string& one, const std::string& other) {
    cuts_.erase(std::minmax(one, other));
    connect_lines();
}

void World::report(const std::string& name, const std::string& peer, ConnectionState state) {
    post(name,
         ConnectionStateChanged{.connection = this->peer(name, peer).connection, .state = state});
}

bool World::connected(const std::string& one, const std::string& other) {
    return std::ranges::any_of(pairs_, [&](const Pair& pair) {
        const bool joins = (pair.one.page == one && pair.other.page == other) ||
                           (pair.one.page == other && pair.other.page == one);
        return joins && !pair.broken && line(pair.one)->channel && line(pair.other)->channel;
    });
}

bool World::is_cut(const std::string& one, const std::string& other) const {
    return cuts_.contains(std::minmax(one, other));
}

Line* World::line(const End& end) {
    const auto page = pages_.find(end.page);
    if (page == pages_.end())
        return nullptr;
    const auto found = page->second.lines.find(end.connection);
    return found == page->second.lines.end() ? nullptr : &found->second;
}

std::vector<World::End> World::ends() {
    std::vector<End> all;
    for (const auto& [name, page] : pages_)
        for (const auto& [id, line] : page.lines)
            all.push_back({.page = name, .connection = id});
    return all;
}

World::Pair* World::pair_of(const End& end) {
    const auto found = std::ranges::find_if(
        pairs_, [&](const Pair& pair) { return pair.one == end || pair.other == end; });
    return found == pairs_.end() ? nullptr : &*found;
}

void World::connect_lines() {
    const auto all = ends();
    for (auto one = all.begin(); one != all.end(); ++one)
        for (auto other = one + 1; other != all.end(); ++other)
            if (!is_cut(one->page, other->page) &&
                can_connect(line(*one)->connection, line(*other)->connection))
                connect(*one, *other);
}

void World::connect(const End& one, const End& other) {
    const auto credentials = line(one)->connection.credentials();
    auto* const pair = pair_of(one);
    if (pair != nullptr && (!pair->broken || pair->credentials == credentials))
        return;
    for (const auto& end : {one, other}) {
        auto& found = *line(end);
        for (const auto state : {ConnectionState::connecting, ConnectionState::connected})
            found.arriving.emplace_back(
                ConnectionStateChanged{.connection = end.connection, .state = state});
        if (pair == nullptr)
            found.arriving.emplace_back(call::ChannelOpened{end.connection});
    }
    if (pair == nullptr) {
        pairs_.push_back({.one = one, .other = other, .credentials = credentials});
    } else {
        pair->credentials = credentials;
        pair->broken = false;
    }
}

void World::drop_pairs_without_an_end() {
    std::erase_if(pairs_, [&](const Pair& pair) {
        auto* const one = line(pair.one);
        auto* const other = line(pair.other);
        if (one != nullptr && other != nullptr)
            return false;
        const auto& survivor = one != nullptr ? pair.one : pair.other;
        if (auto* const left = line(survivor)) {
            left->arriving.emplace_back(call::ChannelClosed{survivor.connection});
            left->arriving.emplace_back(ConnectionStateChanged{
                .connection = survivor.connection, .state = ConnectionState::disconnected});
        }
        return true;
    });
}

}  // namespace malgil::test
